/** The report's style sheet: one file, no fonts or scripts from elsewhere, prints well. */
export const STYLE = `
:root { --ink: #1d2126; --quiet: #69727d; --line: #e3e6ea; --paper: #fff; --wash: #f6f7f9;
  --good: #2f7d5b; --doubt: #b7791f; --bad: #b3423a; --accent: #27548a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --quiet: #98a1ad; --line: #343a42;
  --paper: #16191d; --wash: #1e2227; --good: #6cc49b; --doubt: #e0b25c; --bad: #e5837b; --accent: #8ab4e8; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 15px/1.6 system-ui, "Noto Sans",
  "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; }
p { margin: .25rem 0 .75rem; }
a { color: var(--accent); }
td, p, h1, h3, figcaption, summary span { overflow-wrap: anywhere; } /* addresses are long, telephones narrow */
.quiet { color: var(--quiet); } .small { font-size: .85rem; }
.facts { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; padding: 0; list-style: none; }
.facts li { background: var(--wash); border-radius: .5rem; padding: .6rem .9rem; min-width: 7.5rem; }
.facts b { display: block; font-size: 1.45rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: 1rem; }
figure { margin: 0; border: 1px solid var(--line); border-radius: .5rem; padding: .8rem 1rem; break-inside: avoid;
  display: flex; flex-direction: column; gap: .6rem; background: var(--paper); }
figcaption { margin-top: auto; color: var(--quiet); font-size: .8rem; line-height: 1.45; }
svg { display: block; width: 100%; max-width: 26rem; height: auto; margin: 0 auto; font-size: 11.5px; }
svg text { fill: var(--quiet); font-variant-numeric: tabular-nums; } svg text.strong { fill: var(--ink); font-weight: 600; }
svg .gap { fill: var(--paper); } svg .base { stroke: var(--quiet); stroke-width: .8; } svg .grid { stroke: var(--line); stroke-width: .8; }
svg .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
.f-good { fill: var(--good); } .f-bad { fill: var(--bad); opacity: .75; } .f-accent { fill: var(--accent); }
.f-rest { fill: var(--accent); opacity: .28; } .f-pages { fill: var(--quiet); opacity: .7; }
.f-texts { fill: var(--accent); } .faint { opacity: .22; }
svg .dots { fill: none; stroke: var(--accent); stroke-width: 3.2; stroke-linecap: round; opacity: .55; }
svg .dots.few { stroke-width: 6; opacity: .75; }
svg .ratio { stroke: var(--bad); stroke-width: 1.4; } svg .line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
svg .line.accent { stroke: var(--accent); } svg .line.good { stroke: var(--good); } svg .line.doubt { stroke: var(--doubt); }
svg .t-accent { fill: var(--accent); } svg .t-good { fill: var(--good); } svg .t-doubt { fill: var(--doubt); }
.more { margin: 1rem 0; } .more > summary span { flex: 1 1 20rem; }
.more .figures { display: block; columns: 3 17rem; column-gap: 1rem; padding: 1rem; }
.more figure { margin-bottom: 1rem; }
.bars { font-size: .88rem; display: grid; grid-template-columns: fit-content(55%) minmax(2.5rem, 1fr) max-content; gap: .3rem .75rem;
  align-items: center; font-variant-numeric: tabular-nums; }
.bars i { display: block; height: .8rem; border-radius: .2rem; background: var(--accent); min-width: 2px; }
.bars i.rest { background: color-mix(in srgb, var(--accent) 28%, transparent); overflow: hidden; }
.bars i.rest i { height: 100%; border-radius: 0; min-width: 0; }
.bars > i + span { text-align: right; }
.bars > span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } /* names may be long */
.bars.words { grid-template-columns: fit-content(30%) fit-content(40%) minmax(2.5rem, 1fr) max-content; }
.bars i.good { background: var(--good); } .bars i.bad { background: var(--bad); }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; font-weight: 600; font-size: .85rem; color: var(--quiet); }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .6rem 0; overflow: hidden; }
summary { cursor: pointer; padding: .6rem .9rem; background: var(--wash); display: flex; gap: .75rem;
  align-items: baseline; flex-wrap: wrap; }
summary h3 { flex: 1 1 20rem; }
details > .inside { padding: .3rem .9rem .9rem; overflow-x: auto; }
.pairs td { width: 43%; } .pairs td.mark { width: 14%; min-width: 5.5rem; white-space: nowrap; }
.pairs tr.rejected td { color: var(--quiet); }
.pairs .why { color: var(--bad); font-size: .8rem; white-space: normal; }
.pairs .before { margin-top: .25rem; } .pairs .before b { font-weight: 600; } .tag.hand { color: var(--accent); border-color: var(--accent); }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .35rem; white-space: nowrap;
  font-size: .78rem; color: var(--quiet); }
.score { display: inline-block; width: 2.4rem; height: .5rem; border-radius: .25rem; background: var(--line);
  overflow: hidden; vertical-align: middle; }
.score i { display: block; height: 100%; background: var(--good); }
.score.doubt i { background: var(--doubt); } .score.bad i { background: var(--bad); }
@media (min-width: 41.5rem) and (max-width: 61.4rem) { .figures > figure:last-child:nth-child(odd) { grid-column: 1 / -1; } }
@media print { figure, .bars, svg { print-color-adjust: exact; } .more::details-content { content-visibility: visible; block-size: auto; }
  h2, summary { break-after: avoid-page; } tr { break-inside: avoid-page; } summary { background: none; } }
@media (max-width: 40rem) { .pairs, .pairs tbody, .pairs tr, .pairs td { display: block; width: auto; }
  .pairs tr { border-bottom: 1px solid var(--line); padding: .4rem 0; } .pairs td { border: 0; padding: .1rem 0; }
  .pairs thead { display: none; } .pairs td.mark { width: auto; } }
`;
