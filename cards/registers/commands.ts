/** Commands of the registers' buttons; the `id` is that of an entry, a proposed name or a sheet. */
export const REGISTER_COMMANDS = {
  show: 'registers.show',
  overview: 'registers.overview',
  /** A proposed name becomes an entry; the form that asks whose alias it is; the answer; never again. */
  add: 'registers.add',
  askAlias: 'registers.ask_alias',
  findAlias: 'registers.find_alias',
  alias: 'registers.alias',
  decline: 'registers.decline',
  /** The form that asks into which entry this one goes; the answer. */
  askMerge: 'registers.ask_merge',
  findMerge: 'registers.find_merge',
  merge: 'registers.merge',
  confirm: 'registers.confirm',
} as const;

/** The field of the form that asks for an entry's name. */
export const NAME_FIELD = 'entry';
