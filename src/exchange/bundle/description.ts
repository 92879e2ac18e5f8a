import { version } from '../../kit/index.js';
import type { BundleCounts } from './counts.js';
import type { BundleFacts } from './facts.js';
import { isReviewed } from './hub-metadata.js';

/** A value of the description; nothing where it is not known. */
type Value = string | number | boolean | null | Readonly<Record<string, unknown>>;

/** One field of the description of a corpus. */
export interface DescribedField {
  /** Kebab-case and stable. */
  readonly field: string;
  /** What the field is called in Chinese. */
  readonly name: string;
  readonly value: Value;
  /** Where the field comes from: clauses of GB/T 40035, elements of other schemes. */
  readonly basis: readonly string[];
}

/**
 * The description of a corpus, field by field, with Chinese names.
 *
 * GB/T 40035—2021 has such a list in its annex B (资料性, 双语语料加工的元数据). The text of the annex is not
 * public and was not at hand. Certain, from the published table of contents and the clauses on terms:
 * that the annex exists and is informative; the steps of processing and their names (§6.1.1 语料准备,
 * 6.1.2 清洗, 6.1.3 去重, 6.1.4 脱敏, 6.2 语料对齐, 6.3 语料审核); what the result is judged by (§5.5.1 完整性,
 * 5.5.2 准确性, 5.5.3 可用性, 5.5.4 规范性); the tool (5.6), original and translation and the levels of
 * alignment (§3: 原文, 译文; 篇章、段落、句子); that encodings and file names have annexes (C, E). Fields
 * with those names cite the clause. All others are what descriptions of corpora ask for everywhere:
 * Dublin Core (`dc:`), META-SHARE, OLAC, the header of TMX. Whether annex B has each of them, and by
 * that very name, is not certain.
 */
export function describeCorpus(facts: BundleFacts, counts: BundleCounts): DescribedField[] {
  return [
    ...identity(facts, counts),
    ...languages(facts),
    ...content(facts, counts),
    ...size(counts),
    ...processing(facts, counts),
    ...quality(facts, counts),
    ...files(facts),
    ...rights(facts, counts),
  ];
}

const STANDARD = 'GB/T 40035—2021';

function field(name: string, chinese: string, value: Value | undefined, ...basis: string[]) {
  return { field: name, name: chinese, value: value ?? null, basis };
}

function identity({ title, about, files: parts }: BundleFacts, counts: BundleCounts) {
  const { pairs, documents } = counts;
  const summary = `${pairs} Chinese–English pairs from ${documents} documents`;
  return [
    field('title', '语料名称', title, 'dc:title', 'META-SHARE resourceName'),
    field('identifier', '语料标识', identifierOf(parts), 'dc:identifier'),
    field('description', '语料说明', about?.description ?? summary, 'dc:description'),
    field('version', '版本', about?.version, 'META-SHARE version'),
  ];
}

/** The digest of the only file, or of the first of several with their number. */
function identifierOf(parts: BundleFacts['files']): string | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  return `sha256:${first.sha256}${parts.length === 1 ? '' : `+${parts.length - 1}`}`;
}

function languages({ about, zhCode = 'zh-CN', enCode = 'en-US' }: BundleFacts) {
  const original = about?.original;
  const [from, to] = original === 'en' ? [enCode, zhCode] : [zhCode, enCode];
  const isKnown = original !== undefined;
  return [
    field('language-pair', '语言对', `${zhCode}, ${enCode}`, 'dc:language', `${STANDARD} §3.3`),
    field('source-language', '原文语种', isKnown ? from : undefined, `${STANDARD} §3.4 原文`),
    field('target-language', '译文语种', isKnown ? to : undefined, `${STANDARD} §3.5 译文`),
  ];
}

function content({ about }: BundleFacts, { sites, documents, from, until }: BundleCounts) {
  const period = from === undefined ? undefined : `${from}/${until ?? from}`;
  return [
    field('domain', '领域', about?.domain, 'META-SHARE domain', 'dc:subject'),
    field('genre', '文体', about?.genre, 'META-SHARE textGenre', 'OLAC discourse-type'),
    field('sources', '语料来源', sites, 'dc:source', `${STANDARD} §6.1.1 语料准备`),
    field('documents', '原始文档数', documents, 'META-SHARE size'),
    field('period', '文本时间', period, 'dcterms:temporal'),
  ];
}

function size({ pairs, zhCharacters, enWords }: BundleCounts) {
  return [
    field('pairs', '句对数', pairs, 'META-SHARE size'),
    field('zh-characters', '中文字数', zhCharacters, 'META-SHARE size'),
    field('en-words', '英文词数', enWords, 'META-SHARE size'),
  ];
}

function processing(facts: BundleFacts, counts: BundleCounts) {
  const { states, shapes, units, repairs, repairedPairs, layouts } = counts;
  const { parameters, madeAt, about } = facts;
  const step = (clause: string) => `${STANDARD} §${clause}`;
  const reviewed = { accepted: states['accepted'] ?? 0, edited: states['edited'] ?? 0 };
  return [
    field('preparation', '语料准备', { layouts }, step('6.1.1')),
    field('cleaning', '清洗', { repairedPairs, repairs }, step('6.1.2')),
    field('deduplication', '去重', deduplication(states), step('6.1.3')),
    field('desensitisation', '脱敏', parameters['anonymise'] === true, step('6.1.4')),
    field('alignment', '语料对齐', { method: 'automatic', shapes }, step('6.2')),
    field(
      'alignment-level',
      '对齐级别',
      { level: levelOf(counts), ...units },
      step('3.3'),
      'META-SHARE segmentationLevel',
    ),
    field('review', '语料审核', { ...reviewed, complete: isReviewed(counts) }, step('6.3')),
    field('processing-mode', '加工方式', modeOf(counts), 'META-SHARE creationMode'),
    field('tool', '语料加工工具', `duizhao ${version}`, step('5.6'), 'TMX creationtool'),
    field('processor', '加工者', about?.creator, 'dc:creator'),
    field('processed-at', '加工时间', madeAt, 'dc:date', 'TMX creationdate'),
    field('parameters', '加工参数', parameters, 'META-SHARE creationModeDetails'),
  ];
}

/** Duplicates are rejected pairs: there are none unless rejected pairs were exported. */
function deduplication(states: BundleCounts['states']): string {
  return (states['rejected'] ?? 0) === 0
    ? 'repeated pairs are rejected and not in these files'
    : 'repeated pairs are in these files, with state "rejected"';
}

function modeOf(counts: BundleCounts): string {
  const { accepted = 0, edited = 0 } = counts.states;
  if (accepted + edited === 0) return 'automatic';
  return isReviewed(counts) ? 'automatic, reviewed' : 'automatic, partly reviewed';
}

/** What the pairs are aligned by. */
export function levelOf({ units }: BundleCounts): 'sentence' | 'paragraph' | 'mixed' {
  if (units.paragraph === 0) return 'sentence';
  return units.sentence === 0 ? 'paragraph' : 'mixed';
}

function quality({ files: parts }: BundleFacts, counts: BundleCounts) {
  const { pairs, oneSided, meanScore, meanConfidence, states } = counts;
  const seen = (states['accepted'] ?? 0) + (states['edited'] ?? 0);
  const means = { meanScore: meanScore ?? null, meanConfidence: meanConfidence ?? null };
  const formats = [...new Set(parts.map(({ format }) => format))];
  return [
    field('completeness', '完整性', { twoSided: pairs - oneSided, oneSided }, `${STANDARD} §5.5.1`),
    field('accuracy', '准确性', { ...means, reviewedPairs: seen }, `${STANDARD} §5.5.2`),
    field('usability', '可用性', { formats: formats.join(', ') }, `${STANDARD} §5.5.3`),
    field('conformity', '规范性', { encoding: 'UTF-8' }, `${STANDARD} §5.5.4`),
  ];
}

function files({ files: parts }: BundleFacts) {
  const format = [...new Set(parts.map((part) => part.format))].join(', ');
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  const names = parts.map(({ name }) => name).join(', ');
  return [
    field('file-format', '文件格式', format, 'dc:format', `${STANDARD} annex E`),
    field('file-encoding', '编码格式', 'UTF-8', `${STANDARD} annexes C, E`, 'TMX o-encoding'),
    field('file-names', '文件命名', names, `${STANDARD} annex E`),
    field('file-size', '文件大小', `${bytes} bytes`, 'dc:format'),
  ];
}

function rights({ about }: BundleFacts, { licences }: BundleCounts) {
  return [
    field('licence', '使用许可', about?.licence, 'dc:rights', 'META-SHARE licence'),
    field('licences-of-texts', '原文版权', licences, 'dc:rights'),
    field('contact', '联系方式', about?.contact, 'META-SHARE contactPerson'),
  ];
}
