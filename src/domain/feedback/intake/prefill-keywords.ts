import type { Kind, Priority } from '../model';

/**
 * Keywords with a weight, as the alternatives of a regular expression over lower-case text. Gaps are bounded
 * (`.{0,6}`), so that a long text takes linear time. Several lines may have the same weight.
 */
export type WeightedKeywords = readonly (readonly [weight: number, alternatives: string])[];

/** The customer is content; a keyword after a negation does not count. */
export const PRAISE: WeightedKeywords = [
  [
    1,
    '(?<![不没]|不太|不是很|不怎么|不够|没有|没那么|想要的|哪里)(?:不错|很好|挺好|蛮好|还好|还行|还可以|真好|超好|满意|喜欢|给力|好吃|好用|实惠|划算|舒服|舒适|' +
      '很快|超快|真快|挺快|也快|值得|好评|点赞|很棒|太棒|优秀|耐心|热情|周到|完美|开心|便宜)',
  ],
  [1, 'thank(?:s| you)|great|excellent|good|love|happy with|satisfied'],
];

/** The customer is not content, whatever the matter. */
export const DISPLEASURE: WeightedKeywords = [
  [
    3,
    '投诉|差评|一星|垃圾|太差|很差|真差|超差|极差|差极|差劲|最差|特别差|非常差|越来越差|爆差|这么差|就是差|有点差|气愤|气死|恶心|失望|愤怒|寒心',
  ],
  [
    3,
    '欺骗|欺诈|骗人|骗子|受骗|上当|坑人|太坑|真坑|被坑|是坑|个坑|坑消费|缺德|无良|黑心|霸王条款|不负责|没有责任心|忍无可忍|无法忍受|无法接受',
  ],
  [
    3,
    '不满(?!\\d|足|减)|不要(?:再)?(?:去|来)?(?:买|点|订|购)|别(?:去|来)?(?:买|点)|再也不|不会再|不敢再|下次不|以后不|最后一次|后悔',
  ],
  [
    2,
    '无语|郁闷|烦死|糟糕|糟透|一塌糊涂|忽悠|不靠谱|太过分|过分|什么玩意|什么东西|不敢恭维|恐怖|反感|可恶|严重|讨厌|搞笑|好笑|呵呵|惊呆',
  ],
  [
    2,
    '不好(?!意思)|不行|不值|不推荐|不理想|不如|不爽|不开心|不喜欢|不舒服|不方便|不合理|不合格|不合适|没法|根本[没不]|居然|竟然|难道',
  ],
  [2, '(?:又|再次|多次|一直|还是|至今|迟迟|始终)(?:没|不|未|出|坏|让)|太不|好几次|第[二三四五]次'],
  [
    1,
    '(?:有|出)[^,。]{0,4}问题|毛病|问题(?!是)|不能|不给|不让|没给|错了|有误|太.{1,3}了?|唉|哎|但是|可惜|失误|不足|缺点|(?:很|太|好|真|嫌|添|更|挺)麻烦',
  ],
  [
    2,
    '没有?(?:任何|什么)?(?:人(?:理|管|来|处理|解决|回|跟|负责|接|告诉|联系|通知)|回[复应音话]|答复|下文|动静|结果|解决|反应|消息|说法|着落|责任心|保障|诚意)',
  ],
  [
    3,
    'complain(?:t|ts|ed|ing)?|terrible|awful|worst|unacceptable|disappoint(?:ed|ing)|angry|' +
      'furious|scam|fraud(?:ulent)?|deceptive',
  ],
  [
    3,
    'never again|rip-?off|ridiculous|unhappy|dissatisfied|violat(?:ed|ion|ions|ing)|disputed?|' +
      'not correct|harass(?:ed|ing|ment)?',
  ],
  [
    2,
    "wrong|incorrect(?:ly)?|fail(?:ed|s|ure)|refus(?:ed|es)|still (?:not|no|have)|didn't|did not|" +
      'never|unfair|poor|bad',
  ],
  [1, "problem|issue|error|doesn't|does not|won't|not working|without my|unable"],
];

/** Stands right before what is not there, or only asked about: `没有漏水`, `有没有货`. Not after 不是: `不是没有问题`. */
export const DENIAL = /(?<!不是|并非)(?:没有?|有没有|毫?无|并未)(?:任何|什么|出现|发现|其他|其它|别的|再|明显)?的?$/;

/** What is not there, in a text that complains of nothing: in a condition, a question, or as a good thing. */
export const EXCUSED =
  /没有?[^,。!?;\n]{0,12}?(?:时|的时候|的话|之前|以前|期间|情况下)|有没有|没有?(?:什么|别的|其他|其它)?(?:问题|毛病|意见|错|事|影响)/;

/** The customer wants to know something, or asks for something they are entitled to. */
export const QUESTIONS: WeightedKeywords = [
  [
    4,
    '请问|咨询|请教|想问|问一下|问下|怎么办|怎么操作|怎么算|怎么弄|怎样才|如何(?:申请|办理|操作|使用|才|处理|购买|安装|设置|收费|开)',
  ],
  [3, '能不能|可不可以|可以不可以|能否|可否|是否|有没有|什么时候|何时|多少钱|多久|几天能|哪里可以|哪里能|什么价'],
  [3, '(?:可以|能|会|需要|要|有|负责|支持|包含).{0,16}(?:吗|么|嘛)(?![^?,。!\\s])'],
  [2, '(?:吗|么|嘛|呢|吧)\\?|(?:吗|么|呢)(?=\\s|$)|为什么|是什么|(?<!不)怎么|哪种|哪个|哪款|多大|多重'],
  [
    2,
    '申请|我想(?!说)|我要(?:退|换|开|改|查)|需要(?:退|换|开|改|查|补)|帮忙|帮我|帮查|麻烦(?:您|你|帮|问|重新|查|给|再|安排|看|提供|尽快)|' +
      '想要?(?:报价|样品|了解|订|购买|一份|资料)|查一下|查询',
  ],
  [2, '(?:^|[\\s,。!])(?:你好|您好|在吗|亲|早上好|下午好|晚上好|hi|hello)'],
  [1, '\\?'],
  [
    4,
    'how (?:do|does|can|could|long|much|many|is|to|come)|what (?:is|are|do|does|can|if)|' +
      'where (?:can|do|is)|when (?:will|can|do|is)',
  ],
  [
    3,
    "why (?:can't|is|are|do|does|did|was|won't)|can (?:i|you|we)|could (?:i|you|we)|" +
      'is it possible|is there|may i|do you',
  ],
  [
    2,
    "i (?:need|want|would like) to|please (?:tell|advise|explain|let)|i'd like to|wonder(?:ing)?|" +
      'i have forgotten|enquir(?:e|y)|inquir(?:e|y)',
  ],
];

/** The customer says how something should be. */
export const SUGGESTIONS: WeightedKeywords = [
  [
    4,
    '建议(?!.{0,8}(?:不要|别|不买|谨慎|慎重|不推荐|不建议|去))(?!点)|提个意见|提点意见|提一点意见|几点意见|小建议|合理化',
  ],
  [
    3,
    '希望(?!.{0,8}(?:尽快|早日|马上|能够?有好|退|赔))(?=.{0,8}(?:能|可以|增加|改|加|以后|今后|下次|贵|你们|厂家|商家|公司|多|推出))',
  ],
  [
    3,
    '(?:如果|要是|若)(?:能|可以|有).{0,20}(?:就|更|会)|更(?:好了|理想|完美|方便|人性化)|(?:最好|不妨|可以考虑)(?:能|再|加|增|改|把)?',
  ],
  [
    3,
    '应该(?:再|增加|改进|改成|加|配|多)|能否(?:增加|改进|推出|加)|有待(?:改进|提高|加强)|需要改进|可以改进|应该改进|(?:多|再)加(?:一个|个|点|些)',
  ],
  [3, '请(?!问).{0,12}(?:不要|别)|下次(?:可以|能)'],
  [
    4,
    'suggest(?:ion|ions)?|would be (?:nice|great|better|helpful|good)|feature request|' +
      'please (?:add|consider|make|provide)',
  ],
  [
    3,
    'i wish|hope you (?:can|will|could)|could you (?:add|consider|make)|' +
      'should (?:add|consider|offer|provide)|improve',
  ],
];

/** News of a customer, a competitor or the market, which asks for nothing. */
export const NEWS: Record<'customer' | 'competitor' | 'market', WeightedKeywords> = {
  customer: [
    [
      4,
      '(?:新|换了|更换|调整)(?:了|的|为|任|来)?(?:一?[位个])?.{0,3}(?:采购|负责人|联系人|对接人|法人)(?!电话没)|人事变动|客户(?:动态|近况|情况|资料|背景|信息)',
    ],
    [
      4,
      '扩产|扩建|(?:建|投|开)(?:了|设|产)?.{0,3}(?:新厂|新工厂|新产线|分厂|分公司|新店)|新(?:厂房|工厂|产线)|迁址|搬迁|搬到|更名|改名',
    ],
    [
      4,
      '裁员|倒闭|破产|资金(?:紧张|链|困难)|被.{0,8}收购|并购|准备上市|增资|采购(?:计划|预算)|(?:明年|下半年|下季度).{0,8}(?:计划|预计|打算|预算)',
    ],
    [
      4,
      'new (?:buyer|purchasing manager|plant|factory|owner|contact person)|relocat(?:ed|ing|ion)|' +
        '(?:customer|client|they|company).{0,20}bankrupt(?:cy)?|expand(?:ing|ed)? (?:its|their)',
    ],
  ],
  competitor: [
    [
      4,
      '竞品|竞争对手|竞争产品|竞争厂家|竞对|友商|(?:对手|同行)(?:公司|厂家|企业|产品|品牌|报价|推出|降价|也|的|在|已|正)',
    ],
    [
      3,
      '(?:另一家|别家|其他厂家?|其它厂家?|别的厂家?)(?:报价|推出|降价|在推|新出|的新品)|抢(?:走|我们的)?(?:客户|单|市场)',
    ],
    [4, 'competitors?|competing (?:product|supplier|brand|offer)|rivals?'],
  ],
  market: [
    [
      4,
      '行情|市场(?:价格|需求|趋势|动态|信息|份额|普遍|整体|走势|环境)|原(?:材料|料)(?:价格)?.{0,6}(?:涨|上涨|下跌|降|波动)|大宗商品',
    ],
    [
      4,
      '行业(?:动态|趋势|政策|标准|新规|展会|内)|新(?:国标|规|政策)|政策(?:调整|变化)|展会|招标|需求(?:旺盛|下滑|萎缩|增长|疲软|减少)|关税|反倾销',
    ],
    [
      4,
      'market (?:trend|trends|price|prices|demand|share|news)|raw materials?|tariffs?|' +
        'trade (?:fair|show)|tender|industry (?:news|trend|standard)',
    ],
  ],
};

/** `urgent` must not wait: harm to people, the law, the press, a production line that stands still. */
export const PRIORITY_KEYWORDS: Record<Exclude<Priority, 'normal'>, string> = {
  urgent:
    '(?<![没无未不]|没有|没人|避免|防止)(?:受伤|伤亡|烫伤|烧伤|割伤|划伤了|住院|送医|食物中毒|中毒|触电|漏电|起火|着火|自燃|冒烟|爆炸|人身安全|安全事故|' +
    '起诉|律师函|律师|法院|媒体曝光|曝光|记者|上新闻|消防)|(?:全线|产线|生产线|工厂|车间|整条线|面临|导致|造成|已经?|要|被迫).{0,4}(?:停产|停线|停工|停机)|' +
    '停线|(?<!不[太是]?)(?:特急|十万火急|非常紧急|万分紧急|紧急情况|紧急)|群体性|重大(?:事故|投诉)|' +
    'injur(?:ed|y|ies)|lawsuit|lawyer|attorney|legal action|sue you|on fire|caught fire|' +
    'explod(?:ed|es)|electric shock|hospitali[sz]ed|' +
    'production (?:stopped|is down|line down)|line (?:is )?down|safety (?:incident|hazard)|' +
    'urgent(?:ly)?|emergency',
  high:
    '加急|(?<![不别])(?:着急|很急|比较急|急用|急需|急等|急着)|尽快|' +
    '(?:马上|立即|立刻|今天之?内|今天必须|明天之?前)(?:要|就要|给|处理|解决|回复|答复|安排|发货|退|换|联系)|' +
    '12315|消费者协会|消协|工商局|市场监管|强烈(?:要求|不满|投诉)|终止合作|取消(?:合作|合同)|不再合作|换供应商|' +
    '(?:多次|反复|再三|屡次)(?:投诉|反映|反馈|催|维修|联系|出现|沟通)|' +
    '第[三四五六]次|要(?:去)?投诉|扣款|罚款|整批|批量(?:不良|退货|性)|大批|过敏|拉肚子|' +
    'asap|as soon as possible|immediately|right away|cancel (?:the|our|my) (?:order|contract)|' +
    'switch suppliers?|escalat(?:e|ed)',
};

/** Kinds by precedence: of two kinds with the same score, the earlier one wins. */
export const KIND_ORDER: readonly Kind[] = ['complaint', 'inquiry', 'suggestion', 'competitor', 'market', 'customer'];
