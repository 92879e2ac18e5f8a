import type { Rng } from '../../src/kit/index.js';
import type { Corruption, Place, Texts } from './corruptions.js';
import { below } from './corruptions.js';

/**
 * The same kinds of noise made in other ways than those of `corruptions.ts`: what a second person
 * would write who was told the names of the kinds only. A score that has learned the habits of one
 * maker of noise shows it here.
 */
export const OTHER_HAND: Readonly<Record<string, Corruption>> = {
  shifted,
  swapped: ({ zh, en }) => ({ zh: en, en: zh }),
  'wrong-number': wrongNumber,
  truncated,
  partial,
  repeated,
  'wrong-language': wrongLanguage,
  mojibake,
};

/** The Chinese of another pair of the document, up to eight places off, of the nearest length. */
function shifted(pair: Texts, { pairs, at }: Place, rng: Rng): Texts | undefined {
  const from = Math.max(0, at - 8);
  const others = pairs
    .slice(from, at + 9)
    .filter(({ zh, en }, place) => from + place !== at && zh !== pair.zh && en !== pair.en)
    .sort((a, b) => apart(a.zh, pair.zh) - apart(b.zh, pair.zh));
  const other = others[below(rng, Math.min(3, others.length))];
  return other && { zh: other.zh, en: pair.en };
}

function apart(one: string, other: string): number {
  return Math.abs(one.length - other.length);
}

const NUMERALS = '一二三四五六七八九';
const NUMBER_WORDS = 'two three four five six seven eight nine ten twenty thirty'.split(' ');

/** Figures turned round, ten times as much, or another number in words. */
function wrongNumber(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const text = pair[side];
  const found = [
    ...text.matchAll(
      side === 'zh'
        ? /\d[\d,]*|[一二三四五六七八九](?=[百千万亿十年月日天个人岁次])/g
        : /\d[\d,]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)\b/g,
    ),
  ];
  const chosen = found[below(rng, found.length)];
  if (chosen === undefined) return undefined;
  const [run] = chosen;
  const now = otherNumber(run, rng);
  if (now === undefined) return undefined;
  return {
    ...pair,
    [side]: text.slice(0, chosen.index) + now + text.slice(chosen.index + run.length),
  };
}

function otherNumber(run: string, rng: Rng): string | undefined {
  for (const list of [NUMERALS.split(''), NUMBER_WORDS]) {
    const at = list.indexOf(run);
    if (at >= 0) return list[(at + 1 + below(rng, list.length - 1)) % list.length];
  }
  const digits = run.replace(/,/g, '');
  if (Number(digits) === 0) return undefined;
  const turned = [...digits].reverse().join('').replace(/^0+/, '');
  return turned !== digits && rng() < 0.5 ? turned : `${digits}0`;
}

/** One side lacks 40–75 % of its end, or of its beginning; half the time its full stop is kept. */
function truncated(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const units = unitsOf(pair[side], side);
  if (units.length < (side === 'zh' ? 12 : 8)) return undefined;
  const kept = Math.max(1, Math.round(units.length * (0.25 + 0.35 * rng())));
  if (rng() < 0.25) return { ...pair, [side]: joined(units.slice(-kept), side) };
  const text = joined(units.slice(0, kept), side).replace(/[，、；：,;:]$/, '');
  return { ...pair, [side]: rng() < 0.5 ? text : text + (side === 'zh' ? '。' : '.') };
}

/** A stretch of 30–60 % of one side is left out wherever it stands, or not translated. */
function partial(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const units = unitsOf(pair[side], side);
  if (units.length < (side === 'zh' ? 16 : 10)) return undefined;
  const gone = Math.round(units.length * (0.3 + 0.3 * rng()));
  const from = below(rng, units.length - gone);
  if (side === 'en' && rng() < 0.3) {
    const left = pair.zh.slice(
      Math.round((pair.zh.length * from) / units.length),
      Math.round((pair.zh.length * (from + gone)) / units.length),
    );
    const mixed = [...units.slice(0, from), left, ...units.slice(from + gone)];
    return { ...pair, en: mixed.join(' ') };
  }
  return { ...pair, [side]: joined([...units.slice(0, from), ...units.slice(from + gone)], side) };
}

/** The last words of one side come again until it is half as long again; or all comes twice. */
function repeated(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = rng() < 0.5 ? 'zh' : 'en';
  const units = unitsOf(pair[side].replace(/[。.!?！？]$/, ''), side);
  const size = 1 + below(rng, side === 'zh' ? 4 : 3);
  if (units.length < size + 3) return undefined;
  if (rng() < 0.2) return { ...pair, [side]: joined([...units, ...units], side) };
  const phrase = units.slice(-size);
  const times = Math.max(3, Math.ceil(units.length / 2 / size));
  return {
    ...pair,
    [side]: joined([...units, ...Array.from({ length: times }, () => phrase).flat()], side),
  };
}

const STRANGERS: readonly string[] = [
  'La réunion a été reportée à la semaine suivante en raison du mauvais temps.',
  'Cette maison appartient à ma grand-mère depuis plus de quarante ans.',
  'Die Sitzung wurde wegen des schlechten Wetters auf nächste Woche verschoben.',
  'La reunión se aplazó hasta la semana siguiente a causa del mal tiempo.',
  'A casa fica perto da estação, do outro lado do rio.',
  'Собрание перенесли на следующую неделю из-за плохой погоды.',
  '悪天候のため、会議は来週に延期されました。',
  '날씨가 좋지 않아 회의가 다음 주로 연기되었습니다.',
  'Toplantı kötü hava nedeniyle gelecek haftaya ertelendi.',
  'Mötet sköts upp till nästa vecka på grund av det dåliga vädret.',
];

function wrongLanguage(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const choice = rng();
  if (choice < 0.25) return { ...pair, zh: pair.en };
  if (choice < 0.5) return { ...pair, en: pair.zh };
  const side = rng() < 0.5 ? 'zh' : 'en';
  return { ...pair, [side]: STRANGERS[below(rng, STRANGERS.length)] ?? '' };
}

/** Question marks for characters; UTF-8 read as ISO 8859-1, or twice; half of it only. */
function mojibake(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const wrong = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  const choice = rng();
  const half = pair.zh.slice(0, pair.zh.length >> 1);
  const zh =
    choice < 0.3
      ? pair.zh.replace(/\p{Script=Han}/gu, '?')
      : choice < 0.6
        ? wrong(pair.zh)
        : choice < 0.8
          ? wrong(wrong(pair.zh))
          : half + wrong(pair.zh.slice(half.length));
  return zh === pair.zh ? undefined : { ...pair, zh };
}

function unitsOf(text: string, side: 'zh' | 'en'): string[] {
  return side === 'zh' ? Array.from(text) : text.split(' ');
}

function joined(units: readonly string[], side: 'zh' | 'en'): string {
  return units.join(side === 'zh' ? '' : ' ');
}
