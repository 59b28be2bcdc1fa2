/** The words of the morning's summary (日报). */
export interface DigestTexts {
  title: (date: string) => string;
  summary: (date: string) => string;
  newYesterday: string;
  closedYesterday: string;
  onTimeRate: string;
  open: string;
  overdue: string;
  department: string;
  dueToday: string;
  overdueCases: string;
  byDepartment: string;
  unrouted: string;
  /** A title with how many there are under it. */
  counted: (title: string, count: number) => string;
  nothingDue: string;
  caseLine: (number: string, customer: string, holder: string, status: string, due: string) => string;
}

/** The exported table. */
export interface SheetTexts {
  name: (month: string) => string;
  number: string;
  status: string;
  submittedAt: string;
  dueAt: string;
  answeredAt: string;
  closedAt: string;
}
