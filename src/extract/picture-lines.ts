import type { ElementNode, Tree } from './tree.js';

/** A picture or a film, below which a line may say what it shows. */
export function isPicture({ tag, attributes }: ElementNode): boolean {
  if (tag !== 'iframe') return tag === 'img' || tag === 'video' || tag === 'embed';
  return /video|player/iu.test(`${attributes['class'] ?? ''} ${attributes['src'] ?? ''}`);
}

/** Longest caption, in characters. */
const MAX_CAPTION = 120;

/** Whether a paragraph is a caption by its words, or by standing centred below a picture. */
export function captionTold(
  tree: Tree,
  owner: number,
  text: string,
  afterImage: boolean,
): 'words' | 'place' | undefined {
  if (isCredited(text) || (afterImage && isPictureWording(text))) return 'words';
  return afterImage && isCentred(tree, owner, text) ? 'place' : undefined;
}

/** Whether a line below a picture says that it tells what the picture shows. */
function isPictureWording(text: string): boolean {
  const opening =
    /^[（(]?(?:图|圖|照片|photo|pictured?|image|above|left|right)[^\p{L}]|^图为|^圖為/iu;
  return text.length <= MAX_CAPTION && opening.test(text);
}

/** Whether a line below a picture is centred like it. */
function isCentred(tree: Tree, owner: number, text: string): boolean {
  if (text.length > MAX_CAPTION) return false;
  const node = tree.nodes[owner];
  if (node?.kind !== 'element') return false;
  const { style = '', align = '' } = node.attributes;
  return (
    node.tag === 'center' || /^center$/iu.test(align) || /text-align\s*:\s*center/iu.test(style)
  );
}

/** Who took the picture, at the end of the line: `…… 王某 摄`, `… (Photo: …)`. */
const CREDITED =
  /(?:^|[\s。，；）)(（/／])[^\s。，；！？]{0,20}(?:摄|攝|供图|供圖)[）)】\]]?$|[（(【[](?:视频|網絡|网络|资料)?(?:截图|资料图片?|截圖|資料圖片?)[）)】\]]$|[。！\s](?:视频截图|資料圖片|资料图片?)$|[（([](?:file )?photos?\b[^）)\]]{0,60}[）)\]]\.?$/iu;

function isCredited(text: string): boolean {
  return text.length <= 2 * MAX_CAPTION && CREDITED.test(text);
}
