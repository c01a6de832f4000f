// English words that name a fact one can be asked for, which a sentence without the word does not tell.

const PEOPLE =
  'founder|founders|inventor|inventors|co-author|co-authors|predecessor|successor|former president|deputy|vice president|secretary-general|secretary general|' +
  'minister|ministers|prime minister|president of (?:the )?(?:us|united states|china|france)|ceo|chairman|chairwoman|spokesperson|ambassador|mayor|senator|' +
  'drafted|who paid|who pays|funded by|proposed by|coined|invented by|invented|invent|named after|criticised|criticized|scandal|conflicts? of interest|colleagues|rivals of';

const PERSONAL =
  'his age|what age|how old|aged|born|birthday|birthplace|hometown|nationality|graduate|graduated|university|college|school|degree|degrees|phd|doctorate|postdoc|supervisor|advisor|adviser|' +
  'wife|husband|married|marry|children|kids|family|parents|religion|hobby|hobbies|favourite|favorite|tall|height|rich|net worth|salary|salaries|earn|earns|paid|income|wage|wages|shares in|' +
  'twitter|weibo|wechat|linkedin|facebook|instagram|email|phone|contact|reach him|get in touch|address|website|homepage|google scholar|citations?|cited|h-index|visited|retire|retired|titles of|titled';

const INSTITUTIONS =
  'founded|founding|headquarters|headquartered|located|location|employees|employee|staff|hire|hiring|vacancies|vacancy|internship|intern|apply for|application|admission|recruit|' +
  'budget|funding|funds|grant|investment amount|valuation|stock|stocks|share price|shares price|market share|revenue|profit|profits|sales figures|sold|sales|customers|acquired|bankrupt|layoffs|' +
  'signed|signatories|member states|members are|membership|belong to the|full list|list of all|voted|vote|votes|veto|ratified|joined|withdrew|rank|ranks|ranking|ranked|which is better|better than|versus|vs';

const EVENTS =
  'enroll|enrol|register|registration|sign up|tuition|fee|fees|ticket|tickets|booth|booths|exhibited|exhibit|exhibitors|keynote|speech|speeches|spoke|speakers list|attendees|attended|visitors|attendance|' +
  'livestream|live stream|opening ceremony|declaration|next year|last year|this year|next edition|first edition|first held|previous|deadline|prize money|trainees|certificate|scholarship|hours|minutes|how long did';

const MONEY =
  'price|prices|priced|how much does|how much did|how much is|cost of a|cost per|per token|dollars|euros|usd|subsidy|tax|taxes|tariff|tariffs|gdp|exchange rate';

const TECHNICAL =
  'parameters|parameter|how many gpus|gpu|training cost|benchmark scores?|license|licence|licensed|context window|token|tokens|api|version|versions|latency|battery|sensors?|motors?|weigh|weighs|kilograms|' +
  'attention mechanism|transformer|transformers|gradient|loss function|backpropagation|neural|fine-tun(?:e|ing)|prompt|tutorial|github|download|install|locally|ollama|docker|python|javascript|code example|' +
  'recommend|recommendation|best algorithm|dataset of|which companies|which company|what companies|leaders in|self-driving|autonomous driving|facial recognition|deepfakes?|quantum|blockchain|bitcoin|crypto|metaverse';

const LAW =
  'effective date|enforced|enforcement|in force|come into effect|takes effect|fine|fines|fined|penalty|penalties|articles? of|article \\d+|prohibited|bans?|banned|risk levels?|risk categories|tiers|apply to|applies to|exempt|exemption|' +
  'pass a|copyright|lawsuit|sue|sued|liability|liable|accident|court|privacy|gdpr|under us export|which chips|executive order|action plan|bletchley|compliance|comply';

const AFFAIRS =
  'jobs|unemployment|replace|weather|capital of|population|weapon|weapons|military|war|election|movie|music|song lyrics|game|football|predict|prediction|forecast|timeline|by 20\\d\\d|agi|superintelligence|in which year|what year|which year|when did|when was|soon';

const NAMES =
  'india|indian|japan|japanese|korea|korean|russia|russian|ukraine|israel|iran|saudi|germany|german|france|french|italy|spain|spanish|arabic|portuguese|hindi|swahili|singapore|vietnam|brazil|south africa|egypt|taiwan|hong kong|' +
  "america|america's|american|white house|washington|silicon valley|nvidia|huawei|tsmc|tencent|alibaba|baidu|bytedance|unitree|openai|chatgpt|gpt|claude|anthropic|gemini|llama|google|microsoft|apple|tesla|amazon|meta|" +
  'musk|altman|hinton|lecun|jensen|liang|trump|biden|putin|xi jinping|guterres|taylor swift';

const APPLICATIONS =
  'conscious|consciousness|sentient|singularity|feelings|emotions|in love|destroy humanity|wipe out humanity|personal data|data breach|scam|scams|fake news|misinformation|disinformation|hackers?|surveillance|censorship|free speech|espionage|' +
  'healthcare|medical|medicine|doctors?|patients?|cancer|drugs?|diagnos(?:e|is)|teachers?|students?|homework|exams?|agriculture|farming|farmers?|finance|banking|banks|insurance|judges?|lawyers?|artists?|writers?|journalism|' +
  'climate|carbon|emissions|energy consumption|water use|pollution|environmental|reinforcement learning|generative|diffusion models?|ai agents?|hallucinations?|turing test|moore.s law|nanometers?|lithography|beginners?|learning path|books? on|courses? on|how (?:can|do) i';

const MEASURES =
  'journals?|which (?:\\w+ )?model|safe to use|how fast is|what languages? does|speaks? (?:english|chinese|french)|worked at|works? at|richest|market size|growth rate|year on year|daily users|monthly users|downloads|floor space|square met(?:er|re)s|mascot|theme of|slogan|lecturers?|instructors?|how many (?:days|weeks|hours|people|employees|students|users|robots|cars|votes|pages|words)|' +
  'origin of|origins of|etymology|abbreviation|stand for|full name|where (?:is|are|was|were) (?:the )?(?:labs?|laborator(?:y|ies)|institute|headquarters)|roadmap|white paper|communique|joint statement|resolution|transition period|' +
  'shareholders?|subsidiar(?:y|ies)|suppliers?|procurement|who is leading|ahead of china|years behind|years ahead|who won|runner-up|stronger than';

export const ENGLISH_DEMANDS = [
  PEOPLE,
  PERSONAL,
  INSTITUTIONS,
  EVENTS,
  MONEY,
  TECHNICAL,
  LAW,
  AFFAIRS,
  APPLICATIONS,
  MEASURES,
  NAMES,
].join('|');
