// Draws the page links of a list. Two signatures are in use on this site:
//   createPageHTML(total, current, name, ext)                 current counts from 0, page 2 is name_1
//   createPageHTML(element, total, current, name, ext, rows)  current counts from 1, page 2 is name_2
function createPageHTML() {
  var args = Array.prototype.slice.call(arguments);
  var intoElement = typeof args[0] === 'string';
  var target = intoElement ? args.shift() : null;
  var base = intoElement ? 1 : 0;
  var total = args[0];
  var current = args[1];
  var html = '';
  for (var i = 0; i < total; i++) {
    var number = i + base;
    var file = args[2] + (i === 0 ? '' : '_' + number) + '.' + args[3];
    html += number === current ? '<b>' + (i + 1) + '</b>' : '<a href="' + file + '">' + (i + 1) + '</a>';
  }
  if (target) document.getElementById(target).innerHTML = html;
  else document.write(html);
}
