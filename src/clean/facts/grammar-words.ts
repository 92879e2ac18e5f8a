/**
 * Words of grammar that one language says where the other does: pronouns, denial, questions,
 * conjunctions, moods, degrees. One class a line, English before `|`, Chinese behind it, simplified.
 */
const CLASSES = `
i me my mine myself | 我
you your yours yourself yourselves | 你 您 你们 您们
he him his himself | 他
she her hers herself | 她
it its itself | 它
we us our ours ourselves | 我们 咱们 咱 我国
they them their theirs themselves | 他们 她们 它们
oneself myself yourself himself herself itself ourselves yourselves themselves own | 自己 自身 本人
not no never nor none cannot without neither nothing nobody nowhere | 不 没 没有 无 未 非 别 勿 莫 不是 不会 不能 不要 从不 不得 尚未
if unless whether provided | 如果 若 要是 假如 如 倘若 除非 是否 只要 的话 假使 若是
but however yet though although nevertheless despite | 但 但是 可是 然而 不过 却 虽然 虽 尽管 虽说
because since therefore thus so hence due | 因为 因 由于 所以 因此 于是 故 从而
and both | 和 与 及 以及 并 并且 而且 跟 且 而
or either | 或 或者 还是 抑或
who whom whose whoever | 谁
what whatever | 什么 何 啥 甚么
why | 为什么 为何 干吗 干嘛
how | 怎么 怎样 如何 多么 怎 多少
where wherever | 哪里 哪儿 何处
when while whenever as | 时 当 时候 何时 时期 期间
which | 哪 哪个 哪些
this these | 这 此 这些 这个 本 该 这样 这种 这里 这儿
that those | 那 那些 那个 那样 那种 那里 那儿
here | 这里 这儿 此处 在此
now today nowadays currently | 现在 如今 今 目前 今天 当前 今日
then | 然后 当时 那时 于是 便 就 那么
can could able may might possible | 能 可以 能够 可 会 可能 也许
must should ought shall need needs needed required have had has | 必须 应该 应 须 必 该 得 应当 要 需要 需 一定 必要
will would going | 将 会 要 就要 将要 将会
very too so quite extremely really | 很 太 非常 十分 极 极其 挺 好 真
more most than further better less | 更 比 最 较 更加 比较 更多 还要
all every each whole everyone everything any always | 都 全 所有 每 各 一切 皆 全部 每个 任何 整个 总 总是 大家 凡
also too as well either | 也 亦 还 同样 又
again another once more re | 又 再 重新 再次 再度
already ever once had been | 已 已经 曾 曾经 早已
only just merely alone except | 只 仅 才 只有 仅仅 只是 唯 唯一
some certain something someone somebody | 一些 有些 某 某些 某个 有的 有人
many much several lot lots numerous few | 许多 很多 多 不少 几 若干 众多 大量 好几
before ago prior previously former | 前 以前 之前 此前 先前
after since afterwards later next following | 后 以后 之后 随后 后来 此后 其后
still yet remain | 还 仍 仍然 依然 尚 还是 依旧
until till | 直到 到 直至 为止
from | 从 自 由 来自 自从
with together along | 与 和 跟 同 用 一起 带 随
about regarding concerning | 关于 对于 有关
around approximately nearly almost roughly some | 大约 约 左右 几乎 近 将近 差不多 大概
between among amongst | 之间 间 中间 其中 之中
inside in into within | 里 内 中 之内 里面 在
out outside | 出 外 之外 外面 出来 出去
up above over upon on onto top | 上 上面 之上 起来 以上
down below under beneath | 下 下面 之下 下来 下去 以下
through via by | 通过 透过 经 经过 由 被
for | 为 为了 给 替 对
other another others else different | 其他 其它 另 别的 另外 其余 别人 他人
same similar alike | 同 同样 一样 相同 相似
such like as | 如此 这样 这种 那样 像 似的 好像 似 如同 诸如
first | 第一 首先 首 最初 首次
one a an single | 一 一个 一种 一位 一名 一次 一条 一只 一件 一天
two second twice both couple pair double | 二 两 第二 双 俩
three third | 三 第三
four fourth | 四 第四
five fifth | 五 第五
six seven eight nine sixth seventh eighth ninth | 六 七 八 九
ten hundred thousand million billion tens hundreds thousands | 十 百 千 万 亿
said say says told tell asked ask replied answered saying | 说 道 问 告诉 答 称 说道 问道 表示 答道
there exist exists | 有 存在
been was were did had | 了 过
being doing ing are is | 着 在 正在 正
`;

/** Number of classes. */
export const GRAMMAR_CLASSES = CLASSES.trim().split('\n').length;
const lines = CLASSES.trim()
  .split('\n')
  .map((line) => line.split(' | ').map((side) => side.split(' ')));

/** English words, lower case, and the numbers of their classes. */
export const grammarEn: ReadonlyMap<string, readonly number[]> = classesOf(0);
/** Chinese words, simplified, and the numbers of their classes. */
export const grammarZh: ReadonlyMap<string, readonly number[]> = classesOf(1);

/** Name of a class, for people: its first English word. */
export function grammarName(at: number): string {
  return lines[at]?.[0]?.[0] ?? '';
}

function classesOf(side: 0 | 1): Map<string, readonly number[]> {
  const found = new Map<string, number[]>();
  lines.forEach((line, at) => {
    for (const word of line[side] ?? []) found.set(word, [...(found.get(word) ?? []), at]);
  });
  return found;
}
