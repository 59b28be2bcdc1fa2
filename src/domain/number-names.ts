/** What a number is called that is no telephone number: an order, a contract, a part, a parcel. */
const NAMES =
  /(?:单号|订单|合同|协议|编号|件号|型号|批号|批次|料号|货号|图号|款号|机号|序列号|流水号?|运单|发票|工单|票号|条码|(?<![a-z])(?:order|contract|serial|batch|invoice|parcel|part|model|item|s\/n|sn|po|no))\s{0,2}(?:号码?|编号|是|为|no|number|code)?[\s:.#]{0,4}$/i;

/** The longest name with what may stand between it and the number. */
const LOOKED_AT = 24;

/** True if the text directly before a number says that it is an order's, a contract's or a part's. */
export function namesNumber(before: string): boolean {
  return NAMES.test(before.slice(-LOOKED_AT).normalize('NFKC'));
}
