import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../src/model/index.js';
import { splitSentences } from '../../src/split/index.js';

/**
 * Texts as a reader would cut them: `|` marks the end of a sentence inside the text and is not
 * part of it. One line a case: what it shows, and the text.
 */
type Case = readonly [shows: string, cut: string];

const ZH: readonly Case[] = [
  ['a full stop', '今天开会。|大家都来了。'],
  ['a question and its answer', '你去吗？|我去。'],
  ['an exclamation', '太好了！|我们出发吧。'],
  ['a run of marks is one end', '真的吗？！|我不信！！！|算了。'],
  ['no stop at the end', '会议结束。|代表团离开深圳'],
  ['a stop in the middle of nothing else', '好。'],
  ['the closing quote stays with its sentence', '他说：“我明天去。”|说完就走了。'],
  ['an exclamation inside closing quotes', '她喊道：“快跑！”|大家都跑了。'],
  ['a question inside closing quotes', '老师问：“懂了吗？”|没有人回答。'],
  ['speech of several sentences is cut inside', '他说：“我累了。|我要回家。”|她点点头。'],
  ['two voices in turn', '“你是谁？”|“我是邻居。”|“请进。”'],
  ['attribution after speech is a sentence of its own', '“我不去。”|他说。'],
  ['attribution after a comma belongs to the speech', '“我不去，”他说，“外面太冷。”|她笑了。'],
  ['a quoted cry woven into the sentence', '人群高喊“加油！加油！”冲过了终点。|比赛结束了。'],
  ['speech without a colon', '他问“你来干什么？”|我没有理他。'],
  ['a quoted question followed by 的', '面对“谁来付钱？”的问题，市长没有回答。|会议散了。'],
  ['a stop outside the quote', '这就是所谓的“双城计划”。|它始于去年。'],
  ['quote and stop inside corner brackets', '他問：「你吃了嗎？」|我說：「吃了。」|他笑了。'],
  ['nested quotes', '他说：“她告诉我：‘不用等了。’”|于是我们走了。'],
  ['single quotes inside double ones', '“他说‘好的。’|我就走了。”|她回答。'],
  ['corner brackets inside corner brackets', '她說：「老師講過：『要早起。』」|我記得。'],
  ['a quote nobody closes', '他说：“我们走吧。|天黑了。|路还远。'],
  ['a closing quote nobody opened', '我们走吧。”|天黑了。'],
  ['a bracket nobody closes', '会议（第三次在深圳召开。|大家发言。|散会。'],
  ['a remark in brackets with a stop inside', '他（那年才十岁。真小！）已经会做饭。|邻居都夸他。'],
  ['a remark before the stop', '代表团一行八人（含翻译一人）。|次日离开。'],
  ['a title with a question mark', '电影《你好吗？》上映了。|票房很好。'],
  ['a title at the beginning', '《谁动了我的奶酪？》是一本书。|我读过。'],
  ['titles in a row', '他写过《春》《夏》《秋》。|都很有名。'],
  ['an ellipsis is a pause', '我……我不知道。|你问他吧。'],
  ['an ellipsis in the middle of thought', '如果那天……算了，不说了。'],
  ['an ellipsis ends speech', '“可是……”|他没有说下去。'],
  ['an ellipsis and a stop', '后来……。|没有后来了。'],
  ['an ellipsis at the end', '雨还在下……'],
  ['a long clause trails off', '远处的灯光一盏一盏地熄灭了……|他终于睡着了。'],
  ['an interrupted sentence goes on with an ellipsis', '请让我说完。|……然后我们再讨论。'],
  [
    'a doubled ellipsis ends one speech and begins the next',
    '剛才的會議進行得很好……|……第四十二條清楚訂明。',
  ],
  ['dashes', '他忽然停住了——前面没有路。|他转过身。'],
  ['a dash inside speech', '“等一下——”他喊，可是车已经开了。|他叹了口气。'],
  ['a semicolon does not end a sentence', '一是交通；二是住房。|两件事都要办。'],
  ['a colon does not end a sentence', '议程如下：一、签到；二、讨论。|请准时。'],
  ['commas never end', '春天来了，花开了，鸟叫了。'],
  ['the enumeration comma', '苹果、梨、桃都有。|请随便拿。'],
  ['decimals', '增长3.5%，达到1.2万亿元。|形势很好。'],
  ['full-width decimals', '全长３．５公里。|分两段。'],
  ['a middle dot in a name', '约翰·史密斯到访。|市长会见了他。'],
  ['a time of day', '会议定于14：30开始。|请勿迟到。'],
  ['a date', '2024.03.18上午，代表团抵达。|天气晴朗。'],
  ['numbered items', '1. 总则|\n2. 适用范围'],
  ['items numbered in Chinese', '一、总则。|二、附则。'],
  ['items in brackets', '（一）按时到场。|（二）服从安排。'],
  ['lines of a poem', '床前明月光，|\n疑是地上霜。|\n举头望明月，|\n低头思故乡。'],
  ['verse without punctuation', '海内存知己|\n天涯若比邻'],
  ['a heading without a stop', '市长会见代表团|\n三月十八日，市长会见了代表团。'],
  ['half-width marks', '你好吗?|我很好!|谢谢.|再见'],
  ['half-width full stops between characters', '今天很好.|我们走吧.'],
  ['half-width quotes', '他说:"我明天去。"|说完就走了。'],
  ['half-width quotes around two sentences', '他说:"我累了。|我要回家。"|她点点头。'],
  ['half-width stops before a quotation', '他走到窗前.|"下雨了."|她说.'],
  ['half-width stops before a number', '人口持续增长.|1990年以后有所下降.'],
  ['half-width stops behind a bracket', '大家都在(除了他).|会议开始了.'],
  ['half-width stops behind a number', '全市共有123456人.|其中男性占一半.'],
  ['a figure with a half-width dot', '结果如图.3所示.|请看下页.'],
  ['a stop before a stray space and its quote', '你不会摔交。 ”|他笑了。'],
  ['spaces after the stop', '第一句。  |第二句。'],
  ['an ideographic space at the start', '　　第一段。|　第二句。'],
  ['a footnote in square brackets', '人口增加了一倍。[12]|此后趋于平稳。'],
  ['a superscript footnote', '人口增加了一倍。²|此后趋于平稳。'],
  ['bullets in one line', '● 准时到场 |● 保持安静'],
  ['an emoji after the stop', '真好吃！😋|下次再来。'],
  ['a half-width katakana stop', '会议结束｡|散会｡'],
  ['traditional characters', '他來了。|你怎麼不說話？|我在想事情。'],
  ['a source behind a dash', '天下兴亡，匹夫有责。|——顾炎武'],
  ['an exclamation before a comma', '哎呀！，我忘了。'],
  ['之所以 begins a sentence behind a quote', '她说：“我走了。”|之所以走，是因为天黑了。'],
  ['的确 begins a sentence behind a quote', '“是真的！”|的确，谁也不信。'],
  ['two stops with a blank between', '比赛结束了。 。|观众离场。'],
  ['a wrong closing quote at the end of the line', '他说：“明天见。“|\n她走了。'],
  ['a quoted question inside a question', '你听说过“为什么是我？”这首歌吗？|没有。'],
  ['an order number', '第1.2节说明用法。|请看。'],
  ['an ellipsis and the next item', '第一条订明……|（一）议员须宣誓。'],
  ['an ellipsis and thanks', '你说得对……|多谢。|请坐。'],
  ['a doubled ellipsis behind a short clause', '梁美芬教授……|……我们感到非常骚扰。'],
  ['a clause that ends in 了 trails off', '天渐渐黑了……|远处传来狗叫声。'],
  ['silence is a sentence', '“……”|“……”|两人相对无言。'],
  ['silence named in a sentence', '他用“……”代替了回答。|大家都懂。'],
  ['a note in round brackets', '此事载于《史记》。（注3）|后人多有引用。'],
  ['a note in turtle-shell brackets', '此事载于《史记》。〔12〕|后人多有引用。'],
  ['items numbered in round brackets are no notes', '按时到场。|（2）服从安排。'],
  ['a picture that heads the next item', '会议改期了。|📍地点不变。'],
  ['faces instead of a stop', '哈哈哈哈😂😂|笑死我了！'],
  ['one face inside a sentence', '我😂了。|你呢？'],
  ['a heart inside a sentence', '我❤️深圳。|你呢？'],
  ['an exclamation shown as a picture', '太棒了‼️|走吧。'],
  ['posts passed on', '//@小明：说得好！|转发微博。'],
  ['several dots for one stop', '不错不错。。。|下次还来。'],
  ['a tilde softens, it does not end', '好的~我马上来。|等我。'],
];

const EN: readonly Case[] = [
  ['full stops', 'He came.| She left.'],
  ['question and exclamation', 'Really?| Yes!| Fine.'],
  ['a run of marks', 'What?!| No way!!!| Well.'],
  ['titles before names', 'Mr. Smith met Dr. Wong and Prof. Li.| They talked.'],
  ['military titles', 'Lt. Gen. Brown spoke.| Nobody listened.'],
  ['initials', 'J. K. Rowling and George W. Bush agreed.| It was odd.'],
  ['an initial at the beginning', 'J. Smith signed it.| It is valid.'],
  ['a letter that is not an initial', 'We chose plan B.| The rest is history.'],
  ['you and I', 'That is between you and I.| Did you hear it?'],
  ['a country inside a sentence', 'The U.S. Senate voted.| It passed.'],
  ['a country at the end', 'He moved to the U.S.| He liked it.'],
  ['a company inside a sentence', 'Acme Inc. announced a deal.| Shares rose.'],
  ['a company at the end', 'She works for Acme Inc.| She likes it.'],
  ['etc. inside', 'Bring pens, paper, etc. and come early.| Thanks.'],
  ['etc. at the end', 'Bring pens, paper, etc.| The rest is there.'],
  ['e.g. and i.e.', 'Use a tool, e.g. a hammer, i.e. something hard.| Be careful.'],
  ['a number after No.', 'See No. 5 and Fig. 3 on pp. 10-12.| They help.'],
  ['no as a word', 'He said no.| The others agreed.'],
  ['decimals and money', 'It rose 3.5 percent to $1.2 billion.| Good.'],
  ['a year at the end', 'It began in 2020.| He was ten.'],
  ['clock time inside', 'We meet at 3 p.m. on Monday.| Come early.'],
  ['clock time at the end', 'We meet at 3 p.m.| It is late.'],
  ['clock time before a weekday', 'We meet at 3 p.m. Monday in the hall.| Come.'],
  ['months', 'On Jan. 5 and Sept. 10 we met.| Then not.'],
  ['degrees', 'She has a Ph.D. in physics.| He has none.'],
  ['an ellipsis goes on', 'Wait... what did you say?| Nothing.'],
  ['an ellipsis ends', 'The lights went out one by one...| Nobody moved.'],
  ['a spaced ellipsis', 'I am not sure . . . about that.| Ask him.'],
  ['stammering', "I... I can't say.| You... You must."],
  ['double quotes', '"I am tired."| He sat down.'],
  ['curly quotes', '“I am tired.”| He sat down.'],
  ['British single quotes', "'I am tired.'| He sat down."],
  ['speech then small letters', '"Who is it?" she asked.| Nobody answered.'],
  ['speech then a name and a verb', '"Who is it?" Mary asked.| Nobody answered.'],
  ['speech with a comma', '"I am tired," he said.| "So am I."'],
  ['a quoted cry inside', 'The "Go! Go! Go!" of the crowd was loud.| We won.'],
  ['a quote nobody closes', 'He said, "We go now.| It is late.| The road is long.'],
  ['a bracket nobody closes', 'The meeting (the third began.| People spoke.| It ended.'],
  ['a remark in brackets', 'He left (it was late. It rained.) and never came back.| We waited.'],
  ['a sentence in brackets', 'He left.| (It was late.)| We stayed.'],
  ['a missing space', 'They arrived in Guangzhou.|This is their first visit.'],
  ['an address is one word', 'See www.sz.gov.cn for details.| Or call.'],
  ['a file name', 'Open Report.Final.docx and read it.| Then sign.'],
  ['a list number', '1. Open the box.| 2. Read the guide.'],
  ['lines of a list', '1. Open the box|\n2. Read the guide'],
  ['a letter of a list', 'A. Open the box.| B. Read the guide.'],
  ['lines of a poem', 'The woods are lovely, dark and deep,|\nbut I have promises to keep'],
  ['a heading', 'Mayor Meets Delegation|\nThe mayor met the delegation on Monday.'],
  ['a footnote', 'The population doubled.[12]| It then stayed level.'],
  ['Saint', 'They visited St. Petersburg.| It snowed.'],
  ['a name with an exclamation mark', 'She works at Yahoo! Inc. in California.| He does not.'],
  ['typed without capitals', 'i went there.| it was closed.| what now?'],
  ['a smiley', 'That was great! :)| See you soon.'],
  ['a sad face opens no bracket', 'I lost it. :( |Really. |He found it (yes).'],
  ['versus', 'It was China vs. Japan in the final.| China won.'],
  ['degrees Celsius', 'Water boils at 100 °C. |Salt changes that.'],
  ['a war with a number', 'He fought in World War I. |The war ended in 1918.'],
  ['a label', 'The form is in Appendix A. |The rest is online.'],
  ['the month of May', 'She was born in May. |Peter was not.'],
  ['et al.', 'See Mann et al. 1999 and Li et al. Peter agrees.'],
  ['no as a word before a name', 'They said no. |Peter agreed.'],
  ['a method call is no sentence', 'Call fmt.Println(x) there. |Then run.'],
  ['a version number at the end', 'We use version 2.0. |Peter uses 3.1.'],
  ['a postscript', 'P.S. I am moving to Calgary. |Write soon.'],
  ['an ellipsis without a space', 'It is near the base...|Miami is north of it.'],
  ['an address begins the next sentence', 'Well worth a visit. |http://example.org'],
  ['a bracketed stop and a capital', 'We met (that was in May.) |The talks went on.'],
  ['speech that breaks off', "'But I—' |'You what?'"],
  ['an attribution with a capital of its own', '"Do you?" |She continued, "I do."'],
  ['bullets in one line', '• Be on time |• Be quiet'],
  ['items lettered in brackets', '(a) The tenant pays. |(b) The landlord repairs.'],
  ['a remark in small letters is no item', 'See para. (b) and subpara. (c) below. |Then sign.'],
  ['the number of an item behind a colon', 'The steps are: 1. Open it. |2. Close it.'],
  ['a street at the end', 'He lived in Baker St. |He was a detective.'],
  ['a saint behind a first word', 'In St. Will we trust. |Amen.'],
  ['born and died', 'Li Bai (b. 701, d. 762) wrote. |He travelled.'],
  ['approx. before a number', 'It costs approx. 5 dollars. |Cheap.'],
  ['a cry the sentence goes on after', 'Oh! how could you? |She wept.'],
  ['a question before a small letter', 'Is it open this weekend? |my friends want to come.'],
  ['a question inside a sentence', 'The who? and the why? of it are clear. |Go on.'],
  ['an attribution without quotes', 'Why? she asked. |Nobody knew.'],
  ['a plain word before a small letter', 'Dinner is our main meal. |and what is yours?'],
  [
    'a shortened word before a small letter',
    'Ask the dept. head and the corp. lawyer. |Then sign.',
  ],
  ['no in a text without capitals', 'i said no. |he said yes.'],
  ['a missing space before a small letter', 'do you recruit foreigners?|thanks for any help'],
  ['the query of an address', 'See a.cn/find?word=x and find?word=y there. |Then write.'],
  ['an emoticon instead of a stop', 'Thanks :) |See you soon ;-) |Bye'],
  ['a face instead of a stop', 'So cool 😂 |Will come again.'],
  ['a heart for a verb', 'We ❤️ Shenzhen. |You too?'],
  ['an ellipsis without a space before I', 'It was more than an hour away...|I had so many.'],
];

const MIXED: readonly (readonly [lang: Lang, shows: string, cut: string])[] = [
  ['zh', 'a foreign name in brackets', '姜相旭(Kang Sangwook)抵达深圳。|市长会见了他。'],
  ['zh', 'an English abbreviation', '他在Acme Inc.工作。|每天坐地铁。'],
  ['zh', 'initials inside Chinese', 'J. K. 罗琳写了这本书。|大家都喜欢。'],
  ['zh', 'a Latin word before the stop', '他买了一台iPad。|很贵。'],
  ['zh', 'an English sentence between Chinese ones', '他说：“I am fine.| Thank you.”|然后走了。'],
  ['zh', 'English then Chinese', 'Welcome to Shenzhen. |欢迎来到深圳。'],
  ['zh', 'an English question', '他问“How are you?”，我没有回答。|他走了。'],
  ['zh', 'a version number', '请安装Node.js 20.19以上版本。|然后重启。'],
  ['zh', 'an address', '详情见www.sz.gov.cn。|欢迎访问。'],
  ['zh', 'mail', '请发邮件至info@example.com。|谢谢。'],
  ['zh', 'a name that keeps its own mark', '会上讨论了三点。|他用Yahoo!搜索资料。'],
  ['zh', 'a bilingual title', '深圳市市长会见代表团 Mayor Meets Delegation'],
  ['zh', 'digits and units', '长5.5km，宽3.2m。|面积很大。'],
  ['zh', 'half-width comma and stop', '我们到了,很高兴.|明天见!'],
  ['zh', 'half-width quotes and Latin', '他说"OK"。|我们就走了。'],
  ['zh', 'a full-width stop after a digit', '人口为1200万人，同比增长2.1%。|其中男性占51%。'],
  ['en', 'a Chinese name in brackets', 'She met Cao Saixian (曹赛先) in Shenzhen.| They talked.'],
  ['en', 'a Chinese sentence inside', 'The sign says 请勿吸烟。| Please follow it.'],
  ['en', 'Chinese quotes in English', 'The word “你好” means hello.| It is common.'],
  ['en', 'a Chinese title', 'He wrote 《家》 in 1931.| It became a classic.'],
  ['en', 'English in full-width marks', 'He came。|She left！|Why？'],
  ['en', 'a Chinese sentence after English', 'Thank you. |谢谢大家。'],
  ['en', 'a Chinese question in quotes', 'He asked “去哪儿？” and waited.| Nobody answered.'],
  ['en', 'pinyin with marks', 'The city of Lǜshùn is old.| Zhāng Wěi lives there.'],
];

function cutMarks(text: string, lang: Lang): string[] {
  return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

function expectCut(cut: string, lang: Lang): void {
  const pieces = cut.split('|');
  expect(cutMarks(pieces.join(''), lang)).toEqual(pieces.map((piece) => piece.trim()));
}

describe('Chinese is cut where a reader would cut it', () => {
  test.each(ZH)('%s: %s', (_shows, cut) => {
    expectCut(cut, 'zh');
  });
});

describe('English is cut where a reader would cut it', () => {
  test.each(EN)('%s: %s', (_shows, cut) => {
    expectCut(cut, 'en');
  });
});

describe('Texts of both scripts are cut where a reader would cut them', () => {
  test.each(MIXED)('%s, %s: %s', (lang, _shows, cut) => {
    expectCut(cut, lang);
  });
});

test('the table holds at least 60 Chinese, 40 English and 20 mixed cases', () => {
  expect(ZH.length).toBeGreaterThanOrEqual(60);
  expect(EN.length).toBeGreaterThanOrEqual(40);
  expect(MIXED.length).toBeGreaterThanOrEqual(20);
});
