// Sources in layouts of their own, each with the exchanges that are in it. All people, papers and junk are invented.
import { docx, gb18030, utf16 } from './bytes.ts';

export interface Source {
  readonly layout: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sections: readonly string[];
}

const utf8 = (text: string) => new TextEncoder().encode(text);

export const SOURCES: readonly Source[] = [
  {
    layout: 'a magazine’s page in GB 18030 with tables, hot lists, page numbers and comments',
    name: 'view.shtml.html',
    bytes:
      gb18030(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"><title>乔木生：一把二胡的三十年-南岸周刊网</title></head><body>
<table width="960"><tr><td><a href="/">首页</a> <a href="/w">文化</a> <a href="/r">人物</a></td><td><input value="搜索"></td></tr></table>
<div class="crumbs">当前位置：<a href="/">南岸周刊网</a> &gt; <a href="/r">人物</a> &gt; 正文</div>
<h1>乔木生：一把二胡的三十年</h1>
<div class="info">2023-09-12 08:15:00　来源：南岸周刊　作者：贺小满　点击：1043</div>
<div id="content"><font size="3">
<p>&nbsp;&nbsp;&nbsp;&nbsp;在柳桥巷的尽头，乔木生的铺子没有招牌。他今年六十一岁，做了三十年二胡。</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>南岸周刊：</b>第一把琴卖给了谁？</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>乔木生：</b>卖给一个渔夫。他说想在船上拉，我说水汽大，蛇皮要松。他说：“松了再来找你。”</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;后来他真的每年来一次。</p>
<div class="ad250"><a href="http://ad.example/1">秋季学琴班火热报名中</a></div>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>南岸周刊：</b>蛇皮从哪里来？现在还买得到吗？</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>乔：</b>养殖场。要有证，一张皮一个号；没有号的，再便宜也不能要。</p>
<p align="center"><img src="/1.jpg"></p><p align="center">乔木生在铺子里调音。贺小满 摄</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>南岸周刊：</b>有人劝您用机器吗？</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<b>乔：</b>劝过。机器一天做四十把，可是四十把一个声音。</p>
</font></div>
<div class="pages"><a>上一页</a> 1 <a>2</a> <a>下一页</a></div>
<div>(责任编辑：田野)</div>
<div class="box"><h3>热点排行</h3><ol><li><a href="/1">河堤上的猫</a></li><li><a href="/2">旧电影院重开，你会去吗？</a></li></ol></div>
<div class="pl"><h3>网友评论</h3><p>柳桥人：小时候听过他拉琴，他还在吗？</p><p>匿名：支持乔师傅！</p></div>
<div align="center">南岸周刊网 版权所有 Copyright 2023</div></body></html>`),
    sections: [
      '在柳桥巷的尽头，乔木生的铺子没有招牌。他今年六十一岁，做了三十年二胡。',
      '第一把琴卖给了谁？|卖给一个渔夫。他说想在船上拉，我说水汽大，蛇皮要松。他说：“松了再来找你。”\n\n后来他真的每年来一次。',
      '蛇皮从哪里来？现在还买得到吗？|养殖场。要有证，一张皮一个号；没有号的，再便宜也不能要。',
      '有人劝您用机器吗？|劝过。机器一天做四十把，可是四十把一个声音。',
    ],
  },
  {
    layout: 'a Word document with bold questions, no labels, bold subheads and a note at its end',
    name: 'ferry.docx',
    bytes: docx([
      [{ text: 'The last ferry woman of Marrow Point', bold: true }],
      [{ text: 'By Ona Pell' }],
      [
        {
          text: 'Hester Crane has crossed the sound nine times a day since 1984. We met her at the landing.',
        },
      ],
      [{ text: 'What did you think on the first morning?', bold: true }],
      [
        { text: 'That it would ' },
        { text: 'never', bold: true },
        { text: ' stop raining. It did, in April.' },
      ],
      [{ text: 'And I thought of my aunt, who could not swim.' }],
      [{ text: 'Fog', bold: true }],
      [{ text: 'How do you find the other side in fog?', bold: true }],
      [{ text: 'By the dog. He barks when he smells the bakery.' }],
      [{ text: 'Tell me about the winter when the sound froze.', bold: true }],
      [{ text: 'We walked. People said good morning where there had only been water.' }],
      [{ text: 'Will there be a bridge?', bold: true }],
      [{ text: 'There will be a meeting about a bridge. There is one each spring.' }],
      [{ text: 'This interview was shortened and translated from the Norn by Pim Ostrander.' }],
    ]),
    sections: [
      'Hester Crane has crossed the sound nine times a day since 1984. We met her at the landing.',
      'What did you think on the first morning?|That it would never stop raining. It did, in April.\n\nAnd I thought of my aunt, who could not swim.',
      'How do you find the other side in fog?|By the dog. He barks when he smells the bakery.',
      'Tell me about the winter when the sound froze.|We walked. People said good morning where there had only been water.',
      'Will there be a bridge?|There will be a meeting about a bridge. There is one each spring.',
    ],
  },
  {
    layout: 'subtitles with voices that close, cue settings, notes, and two voices in one cue',
    name: 'talk.vtt',
    bytes: utf8(`WEBVTT - Talk at the lock

NOTE made by hand

STYLE
::cue(v[voice="Ida Lund"]) { color: lime }

intro
00:00:01.000 --> 00:00:03.500 align:start position:10%
<v Ben Harrow>Why did you become a lock keeper,</v>

00:00:03.600 --> 00:00:05.000
<v Ben Harrow>of all things?</v>

00:00:05.200 --> 00:00:09.000 line:80%
<v.first Ida Lund>Because nobody else
<i>wanted</i> the house. It has</v>

00:00:09.100 --> 00:00:12.000
<v Ida Lund>eleven rooms &amp; one stove.</v>

00:00:12.500 --> 00:00:16.000
<v Ben Harrow>Which room do you use?</v>
<v Ida Lund>The one with the stove.</v>

NOTE a barge passes

00:00:17.000 --> 00:00:19.000
<v Ben Harrow>And in summer?</v>

00:00:19.200 --> 00:00:23.000
<v Ida Lund>In summer I live on the gate. You hear the water think.</v>
`),
    sections: [
      'Why did you become a lock keeper, of all things?|Because nobody else wanted the house. It has eleven rooms & one stove.',
      'Which room do you use?|The one with the stove.',
      'And in summer?|In summer I live on the gate. You hear the water think.',
    ],
  },
  {
    layout: 'a text in UTF-16 copied from a page, with names that shorten',
    name: 'copied.txt',
    bytes: utf16(
      `山城晚报数字版
头版　要闻　副刊　专栏　往期
A07 人物 2022年11月3日 星期四

缝了一辈子帆的人
——访帆匠陆春生
本报记者 江离

陆春生的作坊在码头第三个仓库。他不肯用缝纫机。

记者：帆布怎么选？
陆春生：用手搓。搓出声音像下小雨的，就是好布；像下冰雹的，不能要。

下载客户端 看更多好文
记者：一张帆要缝多少针？
陆师傅：没数过。徒弟数过一次，数到两万就睡着了。
记者：您还出海吗？
陆：不出了。我在岸上听帆。
帆在外面响，我就知道是哪一针。

上一篇：小巷里的钟表店
下一篇：今冬第一场雪
扫描二维码 关注山城晚报
Copyright © 山城晚报社 渝ICP备00000000号
`,
      'big',
    ),
    sections: [
      '陆春生的作坊在码头第三个仓库。他不肯用缝纫机。',
      '帆布怎么选？|用手搓。搓出声音像下小雨的，就是好布；像下冰雹的，不能要。',
      '一张帆要缝多少针？|没数过。徒弟数过一次，数到两万就睡着了。',
      '您还出海吗？|不出了。我在岸上听帆。\n\n帆在外面响，我就知道是哪一针。',
    ],
  },
  {
    layout: 'a page whose names go from full to surname to initials',
    name: 'talk.html',
    bytes:
      utf8(`<!doctype html><html lang="en-GB"><head><title>Elena Marsh: counting eels | The Lantern</title><meta name="author" content="Tom Oak"></head><body>
<nav><a href="/">The Lantern</a><a href="/s">Science</a></nav><main><h1>Elena Marsh: counting eels</h1><p class="meta">Tom Oak, 7 June 2021</p>
<p>Elena Marsh counts eels at night, with a red lamp and a clicker.</p>
<p><b>THE LANTERN:</b> How many did you count last night?</p>
<p><b>ELENA MARSH:</b> Four. One of them twice, I think.</p>
<p><b>THE LANTERN:</b> What do you do with such a number?</p>
<p><b>MARSH:</b> I write it down. A four is as good as a four hundred, if it is true.</p><p>People forget that: “nothing” is a result.</p>
<aside class="promo"><p>Enjoying this? <a href="/j">Join The Lantern</a> for more.</p></aside>
<p><b>TL:</b> And who reads it?</p>
<p><b>EM:</b> My sister. She says: Elena, this is a very short book.</p>
<p><b>TL:</b> Where do they go?</p>
<p><b>EM:</b> To the sea, and nobody has followed one all the way.</p>
<p><i>Elena Marsh is a biologist at the Saltmarsh Station. She has counted eels since 1999.</i></p>
<h2>Related</h2><ul><li><a href="/1">The moth lady</a></li><li><a href="/2">Who owns the tide?</a></li></ul></main>
<section class="comments"><h2>3 comments</h2><p>eelfan: Four! What a night?</p></section></body></html>`),
    sections: [
      'Elena Marsh counts eels at night, with a red lamp and a clicker.',
      'How many did you count last night?|Four. One of them twice, I think.',
      'What do you do with such a number?|I write it down. A four is as good as a four hundred, if it is true.\n\nPeople forget that: “nothing” is a result.',
      'And who reads it?|My sister. She says: Elena, this is a very short book.',
      'Where do they go?|To the sea, and nobody has followed one all the way.',
      'Elena Marsh is a biologist at the Saltmarsh Station. She has counted eels since 1999.',
    ],
  },
  {
    layout: 'a page in traditional characters with 記者 and 受訪者',
    name: '訪談.html',
    bytes:
      utf8(`<html lang="zh-Hant"><head><meta charset="utf-8"><title>燈塔裡的郵差 - 海角日報</title></head><body>
<ul class="menu"><li><a href="/">首頁</a></li><li><a href="/l">生活</a></li><li><a href="/o">觀點</a></li></ul>
<article><h1>燈塔裡的郵差</h1><time datetime="2020-02-08">2020/02/08</time> <span>記者紀小雨／海角報導</span>
<p>每個星期三，郵差走一百九十八級階梯。</p>
<p>記者：為什麼還要走上去？</p><p>受訪者：因為信箱在上面。守塔人不下來，信總得有人送。</p>
<p>記者：都是些什麼信？</p><p>受訪者：帳單、明信片，還有他寫給自己的信。「你不要偷看。」他說。</p><p>我沒有偷看。</p>
<p>〔延伸閱讀〕<a href="/x">海邊的最後一班公車</a></p>
<p>記者：您會想念他嗎？</p><p>受訪者：會。不過膝蓋不會。</p>
<p>（本文經受訪者同意刊登，人名已隱去。）</p></article>
<div class="fb">按讚加入海角日報粉絲團</div><div class="footer">海角日報 版權所有 不得轉載</div></body></html>`),
    sections: [
      '每個星期三，郵差走一百九十八級階梯。',
      '為什麼還要走上去？|因為信箱在上面。守塔人不下來，信總得有人送。',
      '都是些什麼信？|帳單、明信片，還有他寫給自己的信。「你不要偷看。」他說。\n\n我沒有偷看。',
      '您會想念他嗎？|會。不過膝蓋不會。',
    ],
  },
  {
    layout: 'a page with numbered questions as headings, facts in a box and a form between',
    name: 'five-questions.html',
    bytes:
      utf8(`<html lang="en"><head><title>Five questions for Bram Teal</title><meta property="og:site_name" content="Kiln"></head><body><header><a href="/">Kiln</a></header>
<main><h1>Five questions for Bram Teal</h1><p>Words: Una Reed</p><p>Bram Teal makes bricks that float. We asked him why.</p>
<h3>1. Why should a brick float?</h3><p>Because the house stands in a river.</p><p>You build what the river lets you.</p>
<div class="factbox"><h4>Bricks in numbers</h4><ul><li>Weight: 900 g</li><li>Firing: 11 hours</li></ul></div>
<h3>2. What is in it?</h3><p>Clay, air, and a plant that I will not name.</p>
<blockquote class="pull">“A plant that I will not name”</blockquote>
<h3>3. Did one ever sink?</h3><p>Yes. It was a good brick otherwise.</p>
<form class="newsletter"><p>Get Kiln by mail every Friday</p><input><button>Sign me up</button></form>
<h3>4. Who buys them?</h3><p>Ducks, mostly. <em>(Laughs.)</em> No: two towns and a monastery.</p>
<h3>5. What comes next?</h3><p>A roof that sinks, slowly, on purpose.</p>
<h3>You may also like</h3><p><a href="/a">The glass baker</a></p><p><a href="/b">Can straw sing?</a></p></main></body></html>`),
    sections: [
      'Bram Teal makes bricks that float. We asked him why.',
      'Why should a brick float?|Because the house stands in a river.\n\nYou build what the river lets you.',
      'What is in it?|Clay, air, and a plant that I will not name.',
      'Did one ever sink?|Yes. It was a good brick otherwise.',
      'Who buys them?|Ducks, mostly. (Laughs.) No: two towns and a monastery.',
      'What comes next?|A roof that sinks, slowly, on purpose.',
    ],
  },
  {
    layout: 'a transcript with times, a host and an abbreviated guest',
    name: 'podcast.txt',
    bytes: utf8(`Episode 41: The map with no north
Recorded 3 March 2024

[00:00:04] Host: Welcome. Today with Professor Odile Brandt. Odile, who needs a map without north?
[00:00:12] Prof. Brandt: Anybody who lives underground. There is up, down, and toward the kitchen.
[00:00:31] Host: How did you draw the first one?
[00:00:35] Brandt: With string. (laughter) I tied it to my belt and walked.

It took nine days.
[00:01:02] Host: And the mistakes?
[00:01:04] Brandt: Are on the map. They are the best part.
[00:01:20] Host: Thank you. Where can people see it?
[00:01:25] Brandt: In the cave.

Subscribe to our podcast wherever you listen.
`),
    sections: [
      'Welcome. Today with Professor Odile Brandt. Odile, who needs a map without north?|Anybody who lives underground. There is up, down, and toward the kitchen.',
      'How did you draw the first one?|With string. (laughter) I tied it to my belt and walked.\n\nIt took nine days.',
      'And the mistakes?|Are on the map. They are the best part.',
      'Thank you. Where can people see it?|In the cave.',
    ],
  },
  {
    layout: 'a phone’s page of sections and coloured spans',
    name: 'phone.html',
    bytes:
      utf8(`<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="茶园里的数学老师"><meta property="og:article:author" content="山风志"></head><body>
<div id="js_article"><h2 class="rich_title">茶园里的数学老师</h2><div><span>原创</span> <a>山风志</a> <em>2024-04-05 07:00</em></div>
<div id="js_content"><section><section><span style="font-size:15px;">邱岚教了二十年数学，退休后种茶。</span></section></section>
<section><span style="color: rgb(0, 128, 0);">茶和数学有什么关系？</span></section>
<section><span style="font-size:15px;">都要等。你不能催一棵树，也不能催一个学生。</span></section><section><span style="font-size:15px;"><br></span></section>
<section><span style="color: rgb(0, 128, 0);">您怎么算一年的收成？</span></section>
<section><span style="font-size:15px;">先看春雨，再看虫。最后才用笔。</span></section><section><span style="font-size:15px;">去年我算错了，多出三十斤。</span></section>
<section><span style="color: rgb(0, 128, 0);">学生来看您吗？</span></section>
<section><span style="font-size:15px;">来。他们坐在茶树底下，还是叫我邱老师。</span></section>
<section><span style="font-size:13px;">采访｜林小溪</span></section><section><span style="font-size:13px;">编辑｜何田</span></section></div>
<p>喜欢此内容的人还喜欢</p><p>点击“阅读原文”购买春茶</p><p>预览时标签不可点</p></div></body></html>`),
    sections: [
      '邱岚教了二十年数学，退休后种茶。',
      '茶和数学有什么关系？|都要等。你不能催一棵树，也不能催一个学生。',
      '您怎么算一年的收成？|先看春雨，再看虫。最后才用笔。\n\n去年我算错了，多出三十斤。',
      '学生来看您吗？|来。他们坐在茶树底下，还是叫我邱老师。',
    ],
  },
  {
    layout: 'a page with its questions in italics',
    name: 'italics.html',
    bytes:
      utf8(`<html><head><title>“Paint dries, people don’t” – an interview with Noor Vale – Scaffold</title></head><body><div class="site-header"><a href="/">Scaffold</a></div>
<div class="post"><h1 class="entry-title">“Paint dries, people don’t”: an interview with Noor Vale</h1><div class="entry-meta">Posted on <a>May 9, 2022</a> by <a>scaffold</a></div>
<p>Noor Vale paints the insides of bridges, where nobody looks.</p>
<p><em>Why the inside?</em></p><p>Rust begins there. Also, it is <em>quiet</em>.</p>
<p><em>What colour do you choose when nobody will see it?</em></p><p>Yellow. My grandmother’s kitchen was yellow.</p><p>The engineers never asked.</p>
<p><em>You once painted a name there. Whose?</em></p><p>I shall not say. He has a wife now.</p>
<p><em>Noor Vale’s book, Undersides, is out in May.</em></p>
<div class="sharedaddy"><h3>Share this:</h3><ul><li><a>Tweet</a></li></ul></div><div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></div></body></html>`),
    sections: [
      'Noor Vale paints the insides of bridges, where nobody looks.',
      'Why the inside?|Rust begins there. Also, it is quiet.',
      'What colour do you choose when nobody will see it?|Yellow. My grandmother’s kitchen was yellow.\n\nThe engineers never asked.',
      'You once painted a name there. Whose?|I shall not say. He has a wife now.',
      'Noor Vale’s book, Undersides, is out in May.',
    ],
  },
  {
    layout: 'a forum’s page with a signature and replies below the last answer',
    name: 'thread.htm',
    bytes:
      gb18030(`<html><head><meta charset=gb2312><title>访渡口最后一位船娘 - 青石论坛</title></head><body><div id=nav><a href=/>论坛首页</a>|<a href=/b>版块</a>|<a href=/s>搜索</a></div>
<div class=postbody>访渡口最后一位船娘<br>发表于 2010-5-6 12:00<br><br>问：阿婆，您摇船多少年了？<br>答：五十一年。<br>　　船换了四条，桨还是那根。<br>问：晚上也摇吗？<br>答：有人喊就摇。<br>　　喊一声是急事，喊两声是熟人。<br><br>--<br>签名：青山不改</div>
<div class=reply>2楼 老街：阿婆身体还好吗？<br>3楼 石头：顶一个！</div><div>Powered by SomeBBS</div></body></html>`),
    sections: [
      '阿婆，您摇船多少年了？|五十一年。\n\n船换了四条，桨还是那根。',
      '晚上也摇吗？|有人喊就摇。\n\n喊一声是急事，喊两声是熟人。',
    ],
  },
  {
    layout: 'a page whose labels are names in bold without a colon, before questions in bold',
    name: 'weld.html',
    bytes:
      utf8(`<html lang=en><head><title>Salt, steel and Sunday: Ira Moss</title></head><body><div id=masthead><a>Harbour Post</a></div><div class="article-body"><h1>Salt, steel and Sunday: Ira Moss</h1><p><span class=dropcap>I</span>ra Moss welds under water. On Sundays he sings.</p>
<p><strong class=q>Kit Lowe</strong> <strong>What do you hear down there?</strong></p><p><strong>Ira Moss</strong> My own breath, and shrimps.</p>
<p><strong class=q>Kit Lowe</strong> <strong>Is it dark?</strong></p><p><strong>Ira Moss</strong> It is green first, and then it is not anything.</p>
<p><strong class=q>Kit Lowe</strong> <strong>And the choir?</strong></p><p><strong>Ira Moss</strong> Basses are always short of breath. I am not.</p>
<p>Kit Lowe is a staff writer at the Harbour Post.</p></div></body></html>`),
    sections: [
      'Ira Moss welds under water. On Sundays he sings.',
      'What do you hear down there?|My own breath, and shrimps.',
      'Is it dark?|It is green first, and then it is not anything.',
      'And the choir?|Basses are always short of breath. I am not.',
    ],
  },
  {
    layout: 'a page whose labels are a paper’s and a person’s names on lines of their own',
    name: 'roof.html',
    bytes:
      utf8(`<html lang="zh-TW"><head><meta charset="utf-8"><title>屋頂養蜂人｜城市誌</title></head><body><div class="nav mobile" style="display:none"><a>首頁</a><a>訂閱</a></div><div class="nav"><a>首頁</a><a>訂閱</a></div><div class="content"><h1>屋頂養蜂人</h1><div class="date">2021-07-15</div><div class="author">文 姚星</div><p>三十樓的屋頂有十二箱蜂。</p>
<div class="row"><span class="name">城市誌</span><p>蜂會怕高嗎？</p></div><div class="row"><span class="name">游書安</span><p>牠們不知道什麼是高，只知道風。</p><p>風大的日子，牠們走路回家。</p></div>
<div class="row"><span class="name">城市誌</span><p>鄰居怎麼說？</p></div><div class="row"><span class="name">游書安</span><p>一開始說危險，後來問有沒有蜜。</p></div>
<div class="row"><span class="name">城市誌</span><p>最捨不得什麼？</p></div><div class="row"><span class="name">游書安</span><p>冬天。冬天太安靜了。</p></div></div>
<div class="social">分享 LINE Facebook</div><div class="recommend"><h4>推薦閱讀</h4><a>天台上的菜園，你種過嗎？</a></div></body></html>`),
    sections: [
      '三十樓的屋頂有十二箱蜂。',
      '蜂會怕高嗎？|牠們不知道什麼是高，只知道風。\n\n風大的日子，牠們走路回家。',
      '鄰居怎麼說？|一開始說危險，後來問有沒有蜜。',
      '最捨不得什麼？|冬天。冬天太安靜了。',
    ],
  },
];
