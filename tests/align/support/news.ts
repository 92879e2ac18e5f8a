import type { AlignInput } from '../../../src/align/index.js';

/** A made-up article; its beads are 1-1 1-2 1-1 2-1 1-1 1-1. */
export const NEWS: AlignInput = {
  zh: [
    '3月12日，临江市长陆文涛会见了来访的挪威大使哈康·伯格。',
    '陆市长介绍说，新建的跨海大桥全长18公里，去年10月正式通车，每天约有2.4万辆汽车经过。',
    '他希望两国在造船和海洋科学领域加强合作。',
    '伯格大使对临江的热情接待表示感谢。',
    '他说这里的港口给他留下了深刻的印象。',
    '双方还讨论了明年举办渔业展览会的计划。',
    '会见结束后，大使参观了当地的海洋博物馆。',
  ],
  en: [
    'On March 12, Lu Wentao, mayor of Linjiang, met with the visiting Norwegian ambassador, Haakon Berg.',
    'Mayor Lu said that the newly built cross-sea bridge is 18 kilometers long.',
    'It opened to traffic last October, and about 24,000 cars cross it every day.',
    'He hoped the two countries would work more closely together in shipbuilding and marine science.',
    'Ambassador Berg thanked Linjiang for its warm reception and said the port had left a deep impression on him.',
    'The two sides also discussed plans for a fisheries exhibition next year.',
    'After the meeting, the ambassador visited the local maritime museum.',
  ],
};
