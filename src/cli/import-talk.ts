import type { ImportConflict, ImportSummary } from '../pipeline/index.js';
import { severalLine } from './variants.js';

/** Conflicts told one by one; `--json` has more. */
const MAX_TOLD = 20;

/** What an import did, as lines for a person. */
export function importToldOf(summary: ImportSummary): string {
  const { same, changed, kept, conflicts, skipped, several, severalFrom = 0 } = summary;
  const lines = [`${same} as they were, ${changed} changed, ${summary.new} new`];
  if (kept > 0) {
    lines.push(
      `${kept} decided otherwise by somebody else: that stands, other texts come in apart`,
    );
    lines.push(...conflicts.slice(0, MAX_TOLD).map(conflictLine));
    const more = kept - Math.min(MAX_TOLD, conflicts.length);
    if (more > 0) lines.push(`  and ${more} more (--json lists up to 1,000)`);
  }
  if (several > 0) lines.push(severalLine(several, severalFrom));
  if (skipped > 0) lines.push(`${skipped} units are no pairs`);
  return lines.map((line) => `${line}\n`).join('');
}

/** What to do about decisions that an import could not take over; nothing if there are none. */
export function undecidedToldOf({ undecided }: ImportSummary, when: string): string {
  if (undecided === 0) return '';
  return `${undecided} of the new pairs say what was decided on them: ${when}
  import the file again, and those decisions are taken over\n`;
}

/** `  kept, by Li Hua: rejected "你好" | "Hello"; the file: accepted`. */
function conflictLine({ stands, file }: ImportConflict): string {
  const isOtherText = stands.zh !== file.zh || stands.en !== file.en;
  const said = `${file.state ?? 'edited'}${isOtherText ? ` ${texts(file)}` : ''}`;
  return `  kept, by ${stands.who}: ${stands.state ?? ''} ${texts(stands)}; the file: ${said}`;
}

function texts({ zh, en }: { readonly zh: string; readonly en: string }): string {
  return `"${short(zh)}" | "${short(en)}"`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
