import type { EvidencePart } from '../../align/index.js';
import type { ExplainedBead } from '../../pipeline/index.js';

/** Why a bead was chosen, for people to read; ends with an empty line. */
export function explainText(bead: ExplainedBead): string {
  const { zh, en, shape, confidence, evidence, score, words, rival, rivalPath } = bead;
  const lines = [
    `${shape}  confidence ${confidence.toFixed(3)}`,
    `  zh ${show(zh)}`,
    `  en ${show(en)}`,
  ];
  if (evidence === undefined) lines.push('  evidence: unmatched');
  else {
    lines.push(`  evidence ${signed(score ?? 0)} nats`);
    lines.push(...evidence.filter(({ nats }) => Math.abs(nats) >= LEAST_SHOWN).map(partText));
  }
  if (words.length > 0) lines.push(`  words: ${words.map(wordText).join(', ')}`);
  if (rival !== undefined) {
    lines.push(
      `  rival: ${rival.shape} zh ${ids(rival.zh.numbers)} with en ${ids(rival.en.numbers)}, ` +
        `probability ${rival.probability.toFixed(3)}`,
    );
  }
  if (rivalPath !== undefined) lines.push(rivalPathText(rivalPath));
  return `${lines.join('\n')}\n\n`;
}

/** Nats below which a kind of evidence is not worth a line. */
const LEAST_SHOWN = 0.005;

function partText({ name, nats, zhToEn, enToZh }: EvidencePart): string {
  const what =
    name === 'unexplained' ? 'unexplained words' : name === 'shape' ? 'shape prior' : name;
  const directions =
    zhToEn === undefined || enToZh === undefined
      ? ''
      : `  (zh→en ${signed(zhToEn)}, en→zh ${signed(enToZh)})`;
  return `    ${what.padEnd(17)} ${signed(nats).padStart(7)}${directions}`;
}

function rivalPathText({ beads, behind }: NonNullable<ExplainedBead['rivalPath']>): string {
  const steps = beads.map((one) => `${ids(one.zh.numbers)} with ${ids(one.en.numbers)}`);
  const verdict = behind >= 0 ? 'worse' : 'better';
  return `  rival path: ${steps.join(', ')}: ${Math.abs(behind).toFixed(2)} nats ${verdict}`;
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
