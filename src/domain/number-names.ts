/**
 * What the words in front of a number say that it is. `order` stands for the number of any thing: an order, a contract,
 * a part, a parcel, a standard.
 */
export type NumberKind = 'order' | 'amount' | 'phone' | 'card' | 'identity';

const words = (list: string) => list.trim().split(/\s+/);

/** Names of things and measures: a number right behind one is its number. The longest name that fits counts. */
const THINGS = `
  单 订单 采购单 报价单 运单 面单 提单 工单 维修单 合同 协议 发票 批次 型号 规格 物料 物料卡 零件 零部件 部件 配件 备件
  图纸 图号 序列 流水 条码 条形码 69码 流程卡 保修卡 质保卡 会员卡 标准
  order contract serial batch invoice parcel part model item lot sku pn p/n sn s/n po p/o ref reference tracking waybill
  awb shipment material drawing dwg imei vin ean upc isbn ticket quotation rfq rma receipt booking container docket
  gb gb/t iso iec en din astm ansi jis jb jb/t hg hg/t sj/t`;
const AMOUNTS = `
  数量 金额 单价 总价 价格 价款 货款 余额 总额 合计 共计 总计 报价 费用 运费 售价 加价 利润 产量 库存 读数 坐标
  温度 压力 重量 净重 毛重 尺寸 长度 宽度 高度 厚度 直径 面积 体积 偏差 公差 扭矩 功率 电压 电流 流量 转速 频率
  qty quantity amount price total sum weight size temperature temp pressure
  人民币 rmb cny usd eur hkd ¥ $ € £`;
/** These reach or prove a person. */
const PHONES = `
  电话 座机 手机 致电 来电 拨打 打 打给 打到 拨 拨给 拨通 回电 回拨 短信 联系 联系方式 联系人 热线 传真 传真机 固话
  固定电话 前台 小灵通 直线 总机
  tel telephone phone mobile mob cell cellphone call fax hotline contact hp ph whatsapp`;
const CARDS = '卡 银行卡 储蓄卡 信用卡 借记卡 账号 账户 帐号 帐户 card account iban';
const IDENTITIES = '身份证 证件 护照 通行证 台胞证 回乡证 军官证 驾照 驾驶证 户口 户口本 居住证 passport';
/** Words that only end like a name. */
const NO_NAMES = '名单 简单 菜单 下单 接单 买单 签单 抢单 派单 催单 跟单';

/** Names that need a word such as 号 behind them; alone they stand before anything. */
const NUMBERED_THINGS = `
  批 件 型 料 货 图 款 机 票 车 箱 柜 炉 合格证 证书 工 设备 资产 仪器 机器 产品 商品 交易 报告 检验报告 专利 项目 税
  信用 快递 物流 样品 试验 投诉 受理 任务 申请 凭证 注册 许可证 标签 模具 托盘 发动 钢印 底盘 车架
  device equipment asset article certificate report case version delivery job project work request bill`;
/** A person's 编号 is a company's number, but a person's 号码 is a telephone number. */
const NUMBERED_PEOPLE = '客户 用户 会员 员工 供应商 customer client member employee supplier vendor';

type Names = ReadonlyMap<string, NumberKind | null>;

const named = (list: string, kind: NumberKind | null) => words(list).map((word) => [word, kind] as const);

const ALONE: Names = new Map([
  ...named(THINGS, 'order'),
  ...named(AMOUNTS, 'amount'),
  ...named(PHONES, 'phone'),
  ...named(CARDS, 'card'),
  ...named(IDENTITIES, 'identity'),
  ...named(NO_NAMES, null),
]);
const NUMBERED: Names = new Map([...ALONE, ...named(NUMBERED_THINGS, 'order')]);
const NUMBERED_BY_COMPANY: Names = new Map([...NUMBERED, ...named(NUMBERED_PEOPLE, 'order')]);
const LONGEST_NAME = Math.max(...[...NUMBERED_BY_COMPANY.keys()].map(({ length }) => length));

/** What a number is whose name is one of these words and nothing else. */
const COUNTERS: Names = new Map([
  ...named('编号 编码 代码 码 no nr', 'order'),
  ...named('号码', 'phone'),
  ...named('号 number id code num', null),
]);
const COUNTER = /(?:编号|编码|代码|号码|号|码|number|code|num|no|nr|id)$/;
const PHONE_COUNTER = /^(?:号码|number)$/;

/** The longest text that is looked at: a name, and what may stand between it and its number. */
const LOOKED_AT = 32;
/** Marks and words between a name and its number; a remark in brackets, such as （正面）, too. */
const BETWEEN =
  /(?:[\s:.#"'“”‘’「」『』【】[\](){}<>《》_—–-]|\(\p{L}[^()\d]{0,7}\)|(?:更?改|变更|更正)?[是为成]|(?<![a-z])is)$/u;
const BLANK_IN_WORD = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;

/** The text without what stands between a name and its number at its end. */
function withoutEnd(text: string): string {
  let rest = text;
  for (let end = BETWEEN.exec(rest); end; end = BETWEEN.exec(rest)) rest = rest.slice(0, end.index);
  return rest;
}

function longestIn(names: Names, text: string): NumberKind | null | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length); length > 0; length -= 1) {
    const name = text.slice(-length);
    const isPartOfWord = /^[a-z]/.test(name) && /[a-z]/.test(text.at(-length - 1) ?? '');
    if (!isPartOfWord && names.has(name)) return names.get(name);
  }
  return undefined;
}

/**
 * What the text directly before a number says that it is; null if it does not say. The name right in front counts: 订单号码
 * is an order's, 订单联系人电话 a telephone's. A general word such as 号码 counts only if no name stands before it.
 */
export function kindBefore(before: string): NumberKind | null {
  const looked = before.slice(-LOOKED_AT).normalize('NFKC').toLowerCase();
  let rest = withoutEnd(looked).replace(BLANK_IN_WORD, '');
  const isNumberSign = looked.slice(rest.length).includes('#');
  let counter = '';
  let isJoined = false;
  for (;;) {
    const names = counter === '' ? ALONE : PHONE_COUNTER.test(counter) ? NUMBERED : NUMBERED_BY_COMPANY;
    const kind = longestIn(names, rest);
    if (kind !== undefined) return kind;
    const found = COUNTER.exec(rest)?.[0];
    if (found === undefined) break;
    const name = rest.slice(0, -found.length);
    // `orderno`, but not `casino`.
    isJoined ||= /^[a-z]/.test(found) && /[a-z]$/.test(name);
    counter ||= found;
    rest = withoutEnd(name);
  }
  return (isJoined ? null : COUNTERS.get(counter)) ?? (isNumberSign ? 'order' : null);
}

/** True if the text directly before a number says that it is an order's, a contract's or a part's, or an amount. */
export function namesNumber(before: string): boolean {
  const kind = kindBefore(before);
  return kind === 'order' || kind === 'amount';
}
