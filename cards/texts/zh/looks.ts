/** Who has looked at a customer's contact details. */
export const LOOKS_ZH = {
  button: '查看记录',
  title: (number: string) => `${number} 联系方式查看记录`,
  nobody: '还没有其他人查看过客户的联系方式。',
  line: (at: string, name: string) => `${at} ${name}`,
  earlier: (count: number) => `更早还有 ${count} 次。`,
  sent: (number: string) => `${number} 的查看记录已私信给您`,
};
