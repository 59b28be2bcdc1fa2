import type { LineFaultName } from '../../../../src/domain/org/holiday-lines';
import type { KnownYear, Statutory } from '../../../../src/domain/org/holidays';

const FAULTS: Record<LineFaultName, (what: string) => string> = {
  no_date: () => '没有看到日期',
  not_understood: (what) => (what ? `“${what}”没有看懂` : '日期没有看懂，请写成“2月5日至11日”'),
  no_such_day: (what) => `没有“${what}”这一天`,
  ends_before_it_begins: (what) => `“${what}”结束早于开始`,
  too_many_days: (what) => `“${what}”超过一个月，请核对`,
  other_year: (what) => `“${what}”不在这一年`,
  off_or_worked: (what) => `“${what}”是放假还是上班？放假请写“至”，上班请写“调休”`,
  no_weekend: (what) => `“${what}”不是周末，不需要调休上班，请核对`,
  off_and_worked: (what) => `“${what}”既放假又上班，请核对`,
  nothing_before: () => '前面没有假期，不知道是哪个假期的调休',
  name_too_long: () => '假期名称太长，请精简',
};

/** The setup of public holidays. */
export const SETUP_HOLIDAYS_ZH = {
  /** `yearTitle` is the title of a year's page; `enterYear` is the button that leads to the page. */
  yearTitle: (year: string) => `${year} 年放假安排`,
  enterYear: (year: string) => `录入 ${year} 年放假安排`,
  year: (year: string) => `${year} 年`,
  yearLine: (year: string, source: string, what: string) => `${year} 年｜${source}｜${what}`,
  sources: { file: '写在 org.yaml 中', chat: '管理员录入', 'built-in': '程序内置' } satisfies Record<
    KnownYear['source'],
    string
  >,
  counts: (holidays: number, makeUpDays: number) =>
    `${holidays} 个假期，${makeUpDays > 0 ? `调休上班 ${makeUpDays} 天` : '没有调休'}`,
  statutoryOnly: '只有法定节假日，待录入',
  /** Every hour counts, so that the holidays change no deadline. */
  unused: '现在按自然时间计时，节假日照算，这里的安排暂不影响时限。要只算工作日，请到“时限与日报”改计时方式。',
  /** Stands above a year's form, by the source of the year's holidays. */
  leads: {
    file: '这一年的安排写在 org.yaml 中，以文件为准，请在文件中修改。',
    chat: '这一年的安排由管理员录入，按以下内容计时。',
    'built-in': '程序内置，与国务院办公厅的通知一致。如需调整，改好后保存，即以您的为准。',
    statutory: '目前只有法定节假日，没有调休。国务院办公厅的通知公布后，请按通知补全。',
    unknown: '这一年还没有放假安排，按周一至周五计时。国务院办公厅的通知公布后，请录入。',
  } satisfies Record<KnownYear['source'] | 'statutory' | 'unknown', string>,
  names: {
    元旦: '元旦',
    春节: '春节',
    清明节: '清明节',
    劳动节: '劳动节',
    端午节: '端午节',
    中秋节: '中秋节',
    国庆节: '国庆节',
  } satisfies Record<Statutory, string>,
  date: (year: number, month: number, day: number, isOtherYear: boolean) =>
    `${isOtherYear ? `${year}年` : ''}${month}月${day}日`,
  span: (from: string, to: string) => {
    const month = /^.*月/.exec(from)?.[0] ?? '';
    return `${from}至${to.startsWith(month) ? to.slice(month.length) : to}`;
  },
  line: (name: string, days: string, makeUpDays: string) =>
    `${name ? `${name}：` : ''}${days}${makeUpDays ? `，调休上班：${makeUpDays}` : ''}`,
  forgotten: (names: string) => `没有看到${names}，请核对是否漏录。`,
  howTo: '每行一个假期，可以直接粘贴通知中的条目，例如“春节：2月5日至11日放假调休，共7天。1月31日、2月14日上班。”',
  /** What a change means for deadlines and reminders. */
  fromNowOn: '保存后，新的时限和之后的提醒按新安排计算，已经定下的答复时限不变。',
  remove: '删除录入的安排',
  removeConfirm: {
    builtIn: { title: '删除录入的安排？', text: '删除后，这一年恢复为程序内置的安排。' },
    unknown: { title: '删除录入的安排？', text: '删除后，这一年按周一至周五计时。' },
  },
  faultLine: (line: number, text: string, fault: string) => `第 ${line} 行“${text}”：${fault}`,
  faults: FAULTS,
  /** A deadline falls into a year whose holidays nobody has entered. */
  unpublishedTitle: (year: string) => `${year} 年放假安排待录入`,
  unpublishedLines: (year: string) => [
    `有反馈的时限落在 ${year} 年，这一年的放假和调休安排还没有录入。`,
    '目前按周一至周五（法定节假日除外）计时，录入后可能有出入。',
  ],
  enterHere: '国务院办公厅的通知公布后，请点下面的按钮，把通知中的条目粘贴进去；也可以随时发送“设置”录入。',
  askAdmin: '国务院办公厅的通知公布后，请管理员私聊我发送“设置”，在“放假安排”中录入。',
};
