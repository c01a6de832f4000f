// Pairs of words that mean different things share no term and no family; forms and spellings of one word have the same term,
// and words of one family have one, too, or name each other.

import { describe, expect, it } from 'vitest';
import { relativesOf } from '../../src/language/families.ts';
import { fold } from '../../src/language/fold.ts';
import { tokenise } from '../../src/language/tokenise.ts';

const termsOf = (text: string) => tokenise(fold(text)).map(({ term }) => term);
const pairsIn = (rows: string) =>
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [reason = '', pairs = ''] = row.split(':');
      return pairs.split(',').map((pair) => [...pair.trim().split('/'), reason.trim()]);
    }) as [string, string, string][];

/** A reason, and pairs with a comma between them. */
const APART = pairsIn(`
-ant is no ending here: import/important, imports/importance, protest/protestant, account/accountant
-ity is no ending here: community/communication, university/universe, minor/minority, major/majority, hospital/hospitality, celebrate/celebrity, integrate/integrity, author/authority, person/personality, relative/relativity, nation/nationality
-ize is no ending here: organ/organization, organs/organize, author/authorize, colon/colonize, civil/civilization
-ism and -ist are no endings here: capital/capitalism, social/socialism, journal/journalism, organ/organism, nation/nationalism
-ion is no ending here: process/procession, vacate/vacation, converse/conversion, public/publication, recess/recession, compass/compassion, contract/contraction, petite/petition, format/formation, diverse/diversion, console/consolation, transit/transition, audit/audition, affect/affection, success/succession
-al is no ending here: anime/animal, liter/literal, mine/mineral, intern/internal, internal/international, inform/informal, except/exceptional, general/generate, organ/organic, ration/rational, admire/admiral
-ive is no ending here: alternate/alternative, object/objective, subject/subjective, execute/executive, conserve/conservative, posit/positive, respect/respective, relate/relative
-ment is no ending here: depart/department, apart/apartment, content/contentment, experience/experiment
-able and -ible are no endings here: avail/available, miser/miserable, response/responsible, consider/considerable
-er is no ending here: custom/customer, engine/engineer, hamburg/hamburger, office/officer, number/numb, master/mast
-ful, -ness and -ly are no endings here: grate/grateful, hand/handful, busy/business, wit/witness, like/likely, hard/hardly, near/nearly, short/shortly, late/lately
-ing and -ed are no endings here: even/evening, unit/united, rug/rugged, wick/wicked
a final s is no plural: new/news, good/goods, physical/physics, princess/prince
a final e or y makes another word: use/us, past/paste, polite/politics, policy/police, arm/army, plan/plane, hop/hope, star/stare, car/care, chilli/chilly, envelop/envelope, iron/irony, bus/busy, story/store, county/count, belly/bell, party/part
words that only begin alike: polite/political, emerge/emergency, later/lateral, candid/candidate, grand/grant, principal/principle, compete/competent, destiny/destination
Taiwan's words are other words of the mainland: 什么是智慧/什么是智能, 人类的智慧/人类的智能, 软体动物/软件动物, 支援前线/支持前线, 智慧财产/智能财产, 一个程式/一个程序, 程序员/进程员, 影片很长/视频很长
one character more makes another word: 会议/会, 人工/人, 智能/智
`);

const MEET = pairsIn(`
plural: chip/chips, policy/policies, box/boxes, city/cities, university/universities, community/communities, country/countries, business/businesses, company/companies, engine/engines
irregular plural: child/children, man/men, woman/women, person/people, foot/feet, tooth/teeth, mouse/mice, goose/geese, knife/knives, wolf/wolves, crisis/crises, criterion/criteria, phenomenon/phenomena, hypothesis/hypotheses, analysis/analyses, thief/thieves
regular verb: govern/governed, import/importing, use/used, use/using, plan/planned, hope/hoping, carry/carried, travel/travelled, refer/referring, lie/lying, die/dying, organize/organizing
irregular verb: write/wrote, begin/began, go/went, take/taken, think/thought, teach/taught, freeze/frozen, shake/shook, swim/swam, hide/hidden, strike/struck, seek/sought, forget/forgotten, undergo/underwent, withdraw/withdrew, drink/drunk
British and American -our: colour/color, behaviours/behavior, labour/labor, neighbourhood/neighborhood, favourite/favorite
British and American -ise: organise/organize, organisation/organization, recognised/recognized, modernise/modernize, analyse/analyze, criticising/criticizing, globalisation/globalization, paralysed/paralyzed
British and American -re: centre/center, centred/centered, theatres/theater, fibre/fiber, kilometres/kilometer
British and American, other endings: defence/defense, licence/license, catalogue/catalog, programme/program, dialogues/dialog, travelling/traveling, labelled/labeled, modelling/modeling, fulfil/fulfill, grey/gray, sceptical/skeptical, ageing/aging, judgement/judgment, aluminium/aluminum, artefact/artifact, manoeuvre/maneuver, encyclopaedia/encyclopedia, mould/mold, tyre/tire, plough/plow
noun and adjective: universe/universal, important/importance, intelligent/intelligence, govern/government, responsible/responsibility, electric/electricity, socialist/socialism
possessive: people's/person, China's/china
case, accents and width: ＡＩ/ai, Café/cafe, ２０２５/2025
traditional and simplified: 學術/学术, 機器學習/机器学习, 臺灣/台湾, 裏面/里面, 裡面/里面, 臺階/台阶, 為什麼/为什么, 爲了/为了, 峯會/峰会, 羣眾/群众, 光綫/光线, 麪包/面包, 牀/床, 啓發/启发, 衆人/众人
Taiwan's words in a traditional text: 人工智慧與資訊網路/人工智能与信息网络, 這個程式很長/这个程序很长, 軟體開發/软件开发, 網際網路的發展/互联网的发展
a radical for its ideograph: 院⻓/院长, ⼈⼯/人工, ⻄⽅/西方, ⽂⾔/文言
without width: 灯\u200b塔/灯塔, inter\u00adview/interview, AI\u200e/ai, 数\ufeff据/数据
`);

const FAMILIES = pairsIn(`
a noun of a verb, by a vowel: choose/choice, lose/loss, grow/growth, fly/flight, sell/sale, speak/speech, sing/song, weigh/weight, give/gift, prove/proof, believe/belief, advise/advice, bathe/bath
a noun of a verb, by an ending: decide/decision, destroy/destruction, arrive/arrival, agree/agreement, move/movement, deliver/delivery, fail/failure, perform/performance, explain/explanation, describe/description, receive/receipt, apply/application, behave/behavior, satisfy/satisfaction, marry/marriage, invade/invasion, depart/departure, bury/burial
who does it: teach/teacher, write/writer, drive/driver, farm/farmer, compose/composer, invent/inventor, garden/gardener, music/musician, photograph/photographer, poem/poet
a noun of an adjective: strong/strength, wide/width, long/length, high/height, deep/depth, true/truth, warm/warmth, poor/poverty, free/freedom, hot/heat, angry/anger, hungry/hunger, safe/safety, beautiful/beauty, proud/pride
a state or an office: apprentice/apprenticeship, child/childhood, friend/friendship, citizen/citizenship
Britain and America: lorry/truck, flat/apartment, holiday/vacation, petrol/gasoline, trousers/pants, nappy/diaper, railway/railroad, aubergine/eggplant, taxi/cab, subway/underground, sweater/jumper, crib/cot
everyday words: dad/father, mum/mother, repair/mend, buy/purchase, kid/child, film/movie
kin and people: 爸爸/父亲, 妈妈/母亲, 奶奶/祖母, 老公/丈夫, 小孩/孩子
Taiwan and Hong Kong: 捷运/地铁, 计程车/出租车, 的士/出租车, 便当/盒饭, 凤梨/菠萝, 冷气/空调, 幼稚园/幼儿园, 脚踏车/自行车, 雷射/激光, 细个/小时候, 屋企/家里, 睇戏/看电影, 塑胶袋/塑料袋, 义大利/意大利, 志工/志愿者, 泡面/方便面, 土石流/泥石流, 国中/初中
long and short names: 北大/北京大学, 奥运/奥运会, 世博会/世界博览会, 超市/超级市场
verbs that others part: 结婚/结了婚, 结婚/结的婚, 开会/开了三次会, 洗澡/洗完澡, 看过病/看病, 吵架/吵了一架, 见面/见过一面
what capitals stand for: US/usa, WHO/世卫组织, AIDS/艾滋病
`);

/** Of other meanings, however alike they look. */
const NO_FAMILY = pairsIn(`
English: policy/police, hospital/hospitality, compose/compost, account/accountant, author/authority, secret/secretary, organ/organize, import/importance, arm/army, number/numb, drum/drama, carpet/carpenter, US/us, WHO/who
Chinese: 会/开会, 智慧/智能, 软体/软件, 程式/程序, 方便/方便面, 北大荒/北大, 研究/研究生, 影片/视频, 土豆/花生
`);

describe('families', () => {
  const names = (one: string, other: string) =>
    [fold(one), ...relativesOf(fold(one))].some(
      (name) => termsOf(name).join(' ') === termsOf(other).join(' '),
    );

  it.each(FAMILIES)('%s and %s have one term or name each other (%s)', (one, other) => {
    expect(names(one, other)).toBe(true);
    expect(names(other, one)).toBe(true);
  });

  it.each(['accept', 'decision', '手机'])('%s does not name itself', (word) => {
    expect(relativesOf(word).map((name) => termsOf(name).join(' '))).not.toContain(termsOf(word).join(' '));
  });

  it.each([...NO_FAMILY, ...APART])('%s does not name %s (%s)', (one, other) => {
    expect(names(one, other)).toBe(false);
  });
});

describe('pairs that stay apart', () => {
  it.each(APART)('%s and %s (%s)', (one, other) => {
    expect(termsOf(one)).not.toEqual(termsOf(other));
  });
});

describe('pairs that meet', () => {
  it.each(MEET)('%s and %s (%s)', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other));
  });
});
