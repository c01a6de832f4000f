// Words that name a fact one can be asked for ("founder", "salary", "ticket"): a sentence without the word does not tell it.

const CHINESE =
  '最先提出|最早提出|首先提出|首创|谁提出|成立|创立|创办|注册|上市|建立于|诞生|创始人|创办人|发明|总部|员工|职员|人数|学员|学生数|名额|报名|招生|学费|门票|票价|售价|价格|卖多少|多少钱|价钱|成本是|造价|报价|预算|经费|拨款|' +
  '工资|薪水|薪资|月薪|年薪|收入|待遇|年龄|年纪|几岁|多大|出生|生日|毕业|大学|学历|学位|导师|母校|籍贯|国籍|家乡|结婚|妻子|老婆|丈夫|孩子|子女|身高|星座|爱好|' +
  '微博|微信|公众号|账号|邮箱|电话|地址|网站|官网|联系方式|融资|估值|市值|股价|股票|投资额|营收|利润|市场份额|市占率|销量|出货量|' +
  '参数|算力规模|训练成本|显卡|芯片数|tb|版本|型号|许可证|开源协议|排名|排第几|世界第几|得分|跑分|评测|' +
  '生效|罚款|罚多少|处罚|违反|条款|几级|分级|签署|成员国|会员国|缔约|投票|席位|' +
  '版权|著作权|赔偿|责任归|谁的责任|事故|诉讼|就业|失业|取代|饭碗|专业好|考研|面试|' +
  '天气|气温|股市|汇率|首都|人口|面积|gdp|武器|军事|战争|选举|绘画|音乐|游戏|电影|明星|' +
  '展出|展示了|参展|展台|演讲|出席者|观众|预测|预计|哪年能|何时能|几年后|下一届|第三届|明年|后年|去年|今年';

const ENGLISH =
  'founded|founder|founders|founding|established|establish|invented|invent|inventor|headquarters|headquartered|employees|' +
  'employee|staff|attendees|participants|trainees|enroll|enrol|register|registration|sign up|tuition|fee|ticket|tickets|price|prices|' +
  'cost of a|budget|funding|salary|salaries|income|wage|age|how old|born|birthday|birthplace|graduate|graduated|university|' +
  'college|degree|phd|supervisor|advisor|wife|husband|married|children|hobby|hobbies|twitter|weibo|wechat|account|email|' +
  'phone|address|website|valuation|stock|shares price|share price|market share|revenue|profit|sales figures|sold|parameters|' +
  'parameter|gpu|gpus|training cost|benchmark|benchmarks|license|licence|rank|ranking|ranked|effective|enforced|fine|fines|' +
  'penalty|penalties|signed|signatories|member states|members|declaration|copyright|lawsuit|liability|liable|accident|jobs|' +
  'unemployment|replace|weather|capital of|proposed by|coined|invented by|population|weapon|weapons|military|war|election|movie|music|game|exhibited|exhibit|' +
  'booth|keynote|predict|prediction|forecast|timeline|next year|last year|deadline';

const DEMANDING = new RegExp(`${CHINESE}|\\b(?:${ENGLISH})\\b`, 'g');

/** The demanding words of a folded question, in order. */
export function demandingWords(folded: string): readonly string[] {
  return folded.match(DEMANDING) ?? [];
}
