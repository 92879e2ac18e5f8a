import type { Frontier } from './frontier.js';
import { parseRobots, judgeByRobots, type RobotsRules, type RobotsVerdict } from './robots.js';
import { numberOf, rowOf, textOf } from './row.js';
import { parseTdmRep, reservationByFile, type TdmEntry, type TdmReservation } from './tdm.js';

/** What robots.txt turned out to be: read, not there (all allowed), or not to be had (nothing is). */
export type RobotsStatus = 'rules' | 'none' | 'unreachable';

interface Known {
  readonly robotsStatus: RobotsStatus | '';
  readonly robotsAt: number;
  readonly rules: RobotsRules;
  readonly tdmAt: number;
  readonly tdm: readonly TdmEntry[];
}

/** What each origin asks of crawlers, remembered across restarts. */
export class Conduct {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly frontier: Frontier,
    private readonly token: string,
    private readonly maxAgeMs: number,
  ) {}

  /** What must be fetched before a URL of this origin may be judged. */
  missing(origin: string, now: number): 'robots' | 'tdm' | undefined {
    const known = this.of(origin);
    const isFresh = (at: number): boolean => at > 0 && now - at < this.maxAgeMs;
    if (known.robotsStatus === '' || known.robotsStatus === 'unreachable') return 'robots';
    if (!isFresh(known.robotsAt)) return 'robots';
    return isFresh(known.tdmAt) ? undefined : 'tdm';
  }

  /** Keeps a robots.txt; `text` counts only with status `rules`. */
  learnRobots(origin: string, status: RobotsStatus, text: string, now: number): RobotsRules {
    this.frontier
      .sql(
        `insert into origin (origin, robots_status, robots_text, robots_at) values (?, ?, ?, ?)
         on conflict (origin) do update set robots_status = excluded.robots_status,
         robots_text = excluded.robots_text, robots_at = excluded.robots_at`,
      )
      .run(origin, status, storable(text), now);
    this.known.delete(origin);
    return this.of(origin).rules;
  }

  /** Keeps a tdmrep.json; empty text when there is none. */
  learnTdm(origin: string, text: string, now: number): void {
    this.frontier
      .sql(
        `insert into origin (origin, tdm_text, tdm_at) values (?, ?, ?)
         on conflict (origin) do update set tdm_text = excluded.tdm_text, tdm_at = excluded.tdm_at`,
      )
      .run(origin, storable(text), now);
    this.known.delete(origin);
  }

  /** Whether a URL may be fetched; nothing may where robots.txt is not to be had. */
  judge(url: string): RobotsVerdict {
    const { robotsStatus, rules } = this.of(new URL(url).origin);
    if (robotsStatus === 'unreachable' || robotsStatus === '') return { allowed: false };
    return judgeByRobots(rules.rules, url);
  }

  rules(origin: string): RobotsRules {
    return this.of(origin).rules;
  }

  status(origin: string): RobotsStatus | '' {
    return this.of(origin).robotsStatus;
  }

  /** Everything an origin's tdmrep.json says. */
  reservations(origin: string): readonly TdmEntry[] {
    return this.of(origin).tdm;
  }

  /** What the site's tdmrep.json says of a URL. */
  reservation(url: string): TdmReservation | undefined {
    return reservationByFile(this.of(new URL(url).origin).tdm, url);
  }

  private of(origin: string): Known {
    const cached = this.known.get(origin);
    if (cached !== undefined) return cached;
    const row = rowOf(this.frontier.sql('select * from origin where origin = ?').get(origin));
    const fresh: Known = {
      robotsStatus: statusOf(textOf(row, 'robots_status')),
      robotsAt: numberOf(row, 'robots_at'),
      rules: parseRobots(textOf(row, 'robots_text'), this.token),
      tdmAt: numberOf(row, 'tdm_at'),
      tdm: parseTdmRep(textOf(row, 'tdm_text')),
    };
    this.known.set(origin, fresh);
    return fresh;
  }
}

/** The driver cuts text at a NUL, and the rules behind it must not be lost. */
function storable(text: string): string {
  return text.replaceAll('\0', ' ');
}

function statusOf(text: string): RobotsStatus | '' {
  return text === 'rules' || text === 'none' || text === 'unreachable' ? text : '';
}
