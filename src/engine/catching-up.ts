import type { Core } from './core';

/** Between two portions, so that what people wait for comes first. */
const REST_MS = 200;

/** Brings stored records up to what this program expects, in the background: after an upgrade no start waits for it. */
export class CatchingUp {
  /** Workflows whose records are up to date; a workflow never falls behind again while this program runs. */
  private readonly done = new Set<string>();

  constructor(private readonly core: Pick<Core, 'inTransaction' | 'workflows'>) {}

  /** One portion of each workflow; false, because it makes no work for anybody else. */
  async run(): Promise<boolean> {
    for (const { name, catchUp } of this.behind()) {
      const isLeft = (await (catchUp && this.core.inTransaction(catchUp))) ?? false;
      if (!isLeft) this.done.add(name);
    }
    return false;
  }

  async nextWaitMs(): Promise<number | null> {
    return this.behind().length > 0 ? REST_MS : null;
  }

  private behind() {
    return this.core.workflows.all.filter(({ name }) => !this.done.has(name));
  }
}
