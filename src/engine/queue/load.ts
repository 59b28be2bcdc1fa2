/** What a pool holds in memory: pieces of work that wait, pieces in work, and how many it takes at most. */
export interface Load {
  pool: string;
  waiting: number;
  working: number;
  limit: number;
}
