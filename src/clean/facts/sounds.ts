import type { Lexicon } from '../../lexicon/index.js';

/**
 * Characters that transcribe foreign names, as the tables of news agencies use them. Other
 * characters hardly ever stand for a sound.
 */
export const TRANSCRIBING =
  '阿埃艾爱安昂奥巴芭白拜班邦包保鲍贝本比彼别宾滨波伯博勃布查昌朝茨次达大戴代丹当道德得登邓迪底地蒂第丁东杜顿多厄鄂恩尔儿法凡范方芬菲费芙弗佛夫福盖甘冈高戈哥格葛根贡古瓜关圭哈海罕汉豪赫黑亨洪胡华怀惠霍基吉季计加嘉贾简健江杰金津京久卡凯坎康考柯科克肯孔库夸奎昆拉莱来赖兰朗劳勒雷蕾里理李丽利莉立黎列林琳龙隆卢鲁路伦罗洛吕马玛麦迈曼芒毛梅门蒙孟米密苗明缪摩莫默姆木穆拿娜纳奈南瑙内能尼妮年涅宁牛纽农努女诺欧帕派潘庞佩彭皮匹平珀泼普浦奇齐契恰强乔切钦青琴丘让热仁日荣茹儒瑞若撒萨塞赛桑瑟森沙莎山珊尚绍舍申生圣什施石史士示舒顺丝斯司思松苏素索塔泰坦汤唐陶特滕提廷通图土托瓦万旺威韦维魏温文翁沃乌吾武伍兀西希锡席喜夏香肖谢辛欣星雄休修许雅亚扬杨耶叶伊依以易因英尤于约云赞泽曾扎詹珍真芝治朱兹卓祖佐犹但撒摩押迦娅亭尧迭汀铎蓓';

/** Sound classes; 0 is a vowel. */
const P = 1;
const M = 2;
const F = 3;
const T = 4;
const N = 5;
const L = 6;
const K = 7;
const H = 8;
const S = 9;
const W = 10;
/** c before h, g before e and i: as in choir and chair, as in give and gem. */
const C = 11;
const G = 12;
/** th: as in Thomas, as in Smith. */
const TH = 13;

/** English consonants that a transcription may leave out. */
const SILENT = new Set([H, W, L, N]);

const LETTERS: Readonly<Record<string, number>> = {
  b: P,
  p: P,
  m: M,
  f: F,
  v: F,
  d: T,
  t: T,
  n: N,
  l: L,
  r: L,
  g: K,
  k: K,
  q: K,
  c: K,
  h: H,
  j: S,
  s: S,
  z: S,
  x: S,
  w: W,
  C,
  G,
  Z: TH,
};

/** Words whose sounds are remembered. */
const MEMORY = 20_000;
const LONGEST_NAME = 9;

/** Finds English names in the Chinese characters that transcribe their sound: Cleves in 克利夫斯. */
export class SoundFinder {
  /** Uint8 [65536]: class of a character's initial + 1, plus 16 where it ends in n; 0: none. */
  readonly #sound = new Uint8Array(0x10000);
  readonly #skeletons = new Map<string, readonly number[]>();

  constructor(lexicon: Lexicon) {
    for (const character of TRANSCRIBING) {
      const code = lexicon.fold[character.charCodeAt(0)] as number;
      const reading = lexicon.readings.get(code)?.[0];
      if (reading !== undefined) this.#sound[code] = soundOf(reading);
    }
  }

  /** Consonant classes of a word in lower case. */
  skeletonOf(lower: string): readonly number[] {
    const known = this.#skeletons.get(lower);
    if (known !== undefined) return known;
    if (this.#skeletons.size >= MEMORY) this.#skeletons.clear();
    const skeleton = readSkeleton(lower);
    this.#skeletons.set(lower, skeleton);
    return skeleton;
  }

  /** First place whose characters sound like the skeleton. */
  find(
    skeleton: readonly number[],
    codes: Uint16Array,
    size: number,
  ): { start: number; length: number } | undefined {
    for (let start = 0; start + 1 < size; start++) {
      if (this.#sound[codes[start] as number] === 0) continue;
      const length = this.#match(skeleton, codes, start, size);
      if (length >= 2) return { start, length };
    }
    return undefined;
  }

  /** Characters from `start` that spell the skeleton, 0 if they do not. */
  #match(skeleton: readonly number[], codes: Uint16Array, start: number, size: number): number {
    let at = 0;
    let [solid, silent] = [0, 0];
    const last = Math.min(size, start + LONGEST_NAME);
    let place = start;
    for (; place < last && at < skeleton.length; place++) {
      const sound = this.#sound[codes[place] as number] as number;
      if (sound === 0) break;
      const initial = (sound & 15) - 1;
      if (initial > 0) {
        while (at < skeleton.length && !isLike(skeleton[at] as number, initial)) {
          if (at === 0 || !SILENT.has(skeleton[at] as number)) return 0;
          silent += 1;
          at += 1;
        }
        if (at >= skeleton.length) return 0;
        solid += 1;
        at += 1;
      }
      if (sound >= 16 && (skeleton[at] === N || skeleton[at] === M)) {
        at += 1;
        solid += 1;
      }
    }
    while (at < skeleton.length && SILENT.has(skeleton[at] as number)) {
      at += 1;
      silent += 1;
    }
    if (at < skeleton.length || solid < 2 || silent > solid) return 0;
    return place - start;
  }
}

function isLike(english: number, chinese: number): boolean {
  if (english === chinese) return true;
  if (english === W) return chinese === H;
  if (english === F) return chinese === W;
  if (english === TH) return chinese === S || chinese === T;
  if (english === C || english === G) return chinese === S || chinese === K;
  return false;
}

function soundOf(reading: string): number {
  const initial = reading.charAt(0);
  let kind = 0;
  if (/^(zh|ch|sh|[zcsjqx])/.test(reading)) kind = S;
  else if (initial === 'w') kind = W;
  else if (initial !== 'y' && initial !== 'e' && initial !== 'a' && initial !== 'o') {
    kind = LETTERS[initial] ?? 0;
  }
  if (reading === 'er') kind = L;
  return kind + 1 + (/n|ng$/.test(reading.slice(1)) ? 16 : 0);
}

function readSkeleton(word: string): number[] {
  const plain = word
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'f')
    .replace(/ch(?=[rl])/g, 'k')
    .replace(/tch|sch|sh|ts|tz|dz/g, 's')
    .replace(/ch/g, 'C')
    .replace(/th/g, 'Z')
    .replace(/ck|kh|gh/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/g(?=[ei])/g, 'G')
    .replace(/ng(?=[^aeiouG]|$)/g, 'n')
    .replace(/x/g, 'ks')
    .replace(/mb$/g, 'm')
    .replace(/(.)\1+/g, '$1');
  const skeleton: number[] = [];
  for (const letter of plain) {
    const kind = LETTERS[letter] ?? 0;
    if (kind > 0) skeleton.push(kind);
  }
  return skeleton;
}
