/** The cards that hold one form, which somebody asked for. */
export const ASKED_ZH = {
  cancel: '算了',
  workAgain: '重新处理',
  closeAllTheSame: '记下，仍归档',
  whatElse: '客户怎么说、还想要什么',
  /** What is asked, by act. */
  leads: {
    edit: '改好后提交，或者先存着。',
    split: '从哪一条起，是另一件事？',
    close_unsatisfied: '要请部门重新处理吗？重新打开后，时限重新计算。',
    transfer: '转给哪个部门？原因对方会看到。',
    info: '需要客户经理补充什么？',
    answer: '处理结果，或者准备怎么处理。',
    extend: '新的答复时间和原因。',
    refuse_extension: '不同意延期，要说明原因吗？',
    release: '请其他同事接手，要说明原因吗？',
    note: '想让部门知道什么？',
    provide: '把部门需要的信息写在这里。',
    interim: '先给客户回个话，告诉客户后在这里登记。',
    reopen: '客户还有什么意见？部门会再处理一次。',
    withdraw: '不用再处理了？部门会停下来。',
    priority: '改成哪一级？',
    cause: '原因和预防措施，归档前后都可以补。',
    instruct: '批示会马上送到承办的同事。',
    reassign: '改部门要写原因，其他可以直接改。',
    assign: '派给谁？他会马上收到。',
    close: '客户已经答复了？登记后归档。',
    route: '交给哪个部门？',
  } as Partial<Record<string, string>>,
  /** What follows from it, by act. */
  notes: {
    extend: '延期后，仍要在原时限前先给客户一个回音，由客户经理去说。',
    close_unsatisfied: '有补偿或优惠，也写在上面，例如“送 2 台试用”。',
  } as Partial<Record<string, string>>,
  /** Beside the number, by act. */
  when: {
    edit: '草稿',
    close_unsatisfied: '客户不满意',
  } as Partial<Record<string, string>>,
};
