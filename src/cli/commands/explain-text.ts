import type { ExplainedBead } from '../../pipeline/index.js';

/** What the kinds of evidence are called in print, in the order they are shown. */
const EVIDENCE = {
  shape: 'shape prior',
  zhToEn: 'words zh→en',
  enToZh: 'words en→zh',
  length: 'length',
  punctuation: 'punctuation',
} as const satisfies Record<keyof NonNullable<ExplainedBead['evidence']>, string>;

/** Why a bead was chosen, for people to read; ends with an empty line. */
export function explainText(bead: ExplainedBead): string {
  const { zh, en, shape, confidence, evidence, score, words, rival } = bead;
  const lines = [
    `${shape}  confidence ${confidence.toFixed(3)}`,
    `  zh ${show(zh)}`,
    `  en ${show(en)}`,
  ];
  if (evidence === undefined) lines.push('  evidence: unmatched');
  else lines.push(`  evidence ${signed(score ?? 0)} nats: ${evidenceText(evidence)}`);
  if (words.length > 0) lines.push(`  words: ${words.map(wordText).join(', ')}`);
  if (rival !== undefined) {
    lines.push(
      `  rival: ${rival.shape} zh ${ids(rival.zh.numbers)} with en ${ids(rival.en.numbers)}, ` +
        `probability ${rival.probability.toFixed(3)}`,
    );
  }
  return `${lines.join('\n')}\n\n`;
}

function evidenceText(evidence: NonNullable<ExplainedBead['evidence']>): string {
  const { shape, zhToEn, enToZh, length, punctuation } = EVIDENCE;
  return [
    `${shape} ${signed(evidence.shape)}`,
    `${zhToEn} ${signed(evidence.zhToEn)}`,
    `${enToZh} ${signed(evidence.enToZh)}`,
    `${length} ${signed(evidence.length)}`,
    `${punctuation} ${signed(evidence.punctuation)}`,
  ].join(', ');
}

function wordText({ zh, en, probability }: ExplainedBead['words'][number]): string {
  return `${zh} → ${en} ${probability.toFixed(2)}`;
}

function show({ numbers, text }: ExplainedBead['zh']): string {
  return numbers.length === 0 ? '–' : `${ids(numbers)}: ${text}`;
}

function ids(numbers: readonly number[]): string {
  return numbers.length === 0 ? '–' : numbers.join(',');
}

function signed(nats: number): string {
  return `${nats < 0 ? '−' : '+'}${Math.abs(nats).toFixed(2)}`;
}
