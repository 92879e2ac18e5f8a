/** A small interleaved article with two footer lines, three paragraph pairs, five beads. */
export const ARTICLE = `粤ICP备00000000号 主办单位:澜江市人民政府外事办公室
版权所有 技术支持:澜江市数据中心
5月6日,市外办主任沈若川会见了葡萄牙驻澜江总领事阿尔瓦罗·泰雷洛。
On May 6, Director General Shen Ruochuan met with Álvaro Terelo, Consul General of Portugal in Lanjiang.
沈若川说,两地的往来已有三十多年。去年双边贸易额达12.6亿元,同比增长8.3%。
Shen said that the two places had been in contact for more than thirty years. Last year, bilateral trade reached 1.26 billion yuan, up 8.3 percent.
泰雷洛感谢澜江的热情接待。他希望两市的大学开展更多的学生交流。
Terelo thanked Lanjiang for its warm welcome. He hoped that universities in the two cities would exchange more students.
`;

/** The same article with other numbers, so that no two are duplicates. */
export function variant(index: number): string {
  return ARTICLE.replaceAll('5月6日', `5月${(index % 28) + 1}日`)
    .replaceAll('May 6', `May ${(index % 28) + 1}`)
    .replaceAll('12.6亿', `${index + 10}.6亿`)
    .replaceAll('1.26 billion', `${((index + 10.6) / 10).toFixed(2)} billion`)
    .replaceAll('沈若川', `沈若川（第${index}次）`)
    .replaceAll('Shen ', `Shen (for the ${index}th time) `)
    .replaceAll('两市', `${index}个城市`)
    .replaceAll('两地', `${index}个地方`)
    .replaceAll('the two cities', `${index} cities`)
    .replaceAll('The two places', `${index} places`)
    .replaceAll('热情接待', `第${index}次热情接待`)
    .replaceAll('warm welcome', `warm welcome number ${index}`);
}
