/** How records begin by a word. */
export const BEGIN_ZH = {
  title: '能新建的',
  none: '没有您能新建的事项。请管理员在设置里开通。',
  unknown: (name: string) => `没有叫“${name}”的。您可以新建：`,
  notAllowed: (name: string) => `“${name}”不由您发起，请找有权限的同事。`,
  nobody: (name: string) => `该发起“${name}”了，但没有指定由谁填写。请在设置里补上职位。`,
};
