/** The corpus as one HTML page that needs nothing but a browser. */
export { reportPage } from './page.js';
export type { ReportData, ReportDocument, ReportTrouble, Tally } from './data.js';
export { gatherReport } from './gather.js';
export { byFrequency, countYield, KEPT } from './yield.js';
export type { Yield } from './yield.js';
