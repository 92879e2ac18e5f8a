/** What pages put between the paragraphs of an article that is none of its text. */
export const BETWEEN: readonly string[] = [
  '<p>&nbsp;</p>',
  '<p align="center"><img src="1.jpg"></p>',
  '<p style="text-align:center"><img src="2.jpg"></p><p style="text-align:center">会见现场</p>',
  '<p style="text-align:center"><img src="2.jpg"></p><p style="text-align:center">代表团参观港口 陈平 摄</p>',
  '<figure><img src="3.jpg"><figcaption>海州博物馆外景</figcaption></figure>',
  '<p>304187920.jpg</p>',
  '<div class="gg300"><p>广告</p><a href="ad.html">江景新房首付二十万起</a></div>',
  '<div class="rel"><span>延伸阅读</span><ul><li><a href="1.html">江城将新建五座滨江公园</a></li><li><a href="2.html">老吊车的前世今生</a></li></ul></div>',
  '<div class="v"><a href="v.html">视频：航拍江城老码头新貌</a></div>',
  '<p><a href="more.html">Click here to read more about the old port</a></p>',
  '<script>var a = "<p>not text</p>";</script><style>p { color: red }</style><!-- no text -->',
  '<p style="display:none">隐藏的说明文字，只给搜索引擎看，不给读者看。</p>',
];
