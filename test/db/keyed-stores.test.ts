import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { IdempotencyStore } from '../../src/db/idempotency-store';
import { knownApp } from '../../src/db/known-app';
import { holdMutex } from '../../src/db/mutex';
import { PeriodStore } from '../../src/db/period-store';
import { PersonStore } from '../../src/db/person-store';
import { PlatformStore } from '../../src/db/platform-store';
import { TimelineStore } from '../../src/db/timeline-store';
import type { InTransaction } from '../../src/db/transaction';
import { DAY } from '../../src/domain/time';
import { createEmptyDatabase, DIALECTS } from '../databases';
import { at } from '../domain/feedback/fixtures';
import { openStores, type Stores } from './stores';

const NOW = at('09:00');

describe.each(DIALECTS)(
  'stores of periods, people, the platform, idempotency keys, mutexes and timelines on %s',
  (dialect) => {
    let stores: Stores;
    beforeAll(async () => {
      stores = await openStores(dialect);
    });
    afterAll(() => stores.close());

    describe('periods', () => {
      const take = (slot: number, { inTransaction }: { inTransaction: InTransaction } = stores) =>
        inTransaction((tx) => new PeriodStore(tx).take('feedback.digest', slot, slot));
      const together = async (slot: number) => {
        const other = dialect === 'mysql' ? await stores.another() : stores;
        const callers = [stores, other, stores, other, stores];
        return (await Promise.all(callers.map((caller) => take(slot, caller)))).filter(Boolean).length;
      };

      test('a new job does not catch up; each later slot is served once', async () => {
        expect(await together(NOW)).toBe(0);
        expect(await take(NOW)).toBe(false);
        expect(await together(NOW + DAY)).toBe(1);
        expect(await take(NOW + DAY)).toBe(false);
      });

      test('a clock that steps back serves nothing again; missed slots are served as one', async () => {
        expect(await take(NOW)).toBe(false);
        expect(await take(NOW + 5 * DAY)).toBe(true);
        expect(await take(NOW + 3 * DAY)).toBe(false);
        // The clock was right again, so the day after is served, and the wrong future is forgotten.
        expect(await take(NOW + 4 * DAY)).toBe(true);
      });

      test('one look tells which slots are taken: served ones, and neither later ones nor those of a wrong future', async () => {
        const taken = async (slot: number) => {
          const asked = ['feedback.digest', 'feedback.unknown'].map((job) => ({ job, slot }));
          return [...(await stores.inTransaction((tx) => new PeriodStore(tx).taken(asked, slot)))];
        };
        expect(await taken(NOW + 4 * DAY)).toEqual(['feedback.digest']);
        expect(await taken(NOW + 5 * DAY)).toEqual([]);
        expect(await taken(NOW + 3 * DAY)).toEqual([]);
      });
    });

    test('the platform: messages belong to one app at a time, and the app is known without TypeORM', async () => {
      const isOf = (appId: string) => stores.inTransaction((tx) => new PlatformStore(tx).isOf(appId));
      const become = (appId: string) => stores.inTransaction((tx) => new PlatformStore(tx).become(appId));
      expect(await knownApp(stores.config)).toBe(null);
      expect(await isOf('cli_one')).toBe(false);
      await become('cli_one');
      expect(await isOf('cli_one')).toBe(true);
      await become('cli_two');
      expect(await isOf('cli_one')).toBe(false);
      expect(await knownApp(stores.config)).toBe('cli_two');
    });

    test('a new or missing database knows no app; an unreachable database throws', async () => {
      const empty = await createEmptyDatabase(dialect);
      expect(await knownApp(empty.config)).toBe(null);
      if (empty.config.type === 'sqlite') {
        expect(existsSync(empty.config.path)).toBe(false);
        writeFileSync(empty.config.path, '');
        expect(await knownApp(empty.config)).toBe(null);
      }
      await empty.drop();
      const nowhere = { type: 'mysql', url: 'mysql://root:secret@127.0.0.1:1/none' } as const;
      await expect(knownApp(nowhere)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });

    test('people: the latest name counts, and people who were never looked up have no row', async () => {
      const remember = (id: string, name: string | null, now: number) =>
        stores.inTransaction((tx) => new PersonStore(tx).remember(id, name, now));
      const known = (...ids: string[]) => stores.inTransaction((tx) => new PersonStore(tx).known(ids));
      expect(await known()).toEqual([]);
      await remember('ou_li', null, NOW);
      await remember('ou_Li', '李 “Lily” 娜 😀', NOW);
      await remember('ou_li', '李娜', NOW + 1);
      await Promise.all([remember('ou_twin', '双', NOW), remember('ou_twin', '双', NOW)]);
      expect((await known('ou_li', 'ou_nobody')).map((row) => ({ ...row }))).toEqual([
        { openId: 'ou_li', name: '李娜', fetchedAt: NOW + 1, directChatId: null, mutedUntil: null },
      ]);
      expect(await known('ou_li', 'ou_Li', 'ou_twin')).toHaveLength(3);
    });

    test('people: a direct chat is noted, also of somebody who was never looked up, and a later name leaves it', async () => {
      const within = <T>(work: (store: PersonStore) => Promise<T>) =>
        stores.inTransaction((tx) => work(new PersonStore(tx)));
      expect(await within((store) => store.chatWith('ou_li'))).toBeNull();
      for (const chat of ['oc_old', 'oc_li']) await within((store) => store.learnChat('ou_li', chat));
      await within((store) => store.remember('ou_li', '李娜', NOW));
      expect(await within((store) => store.chatWith('ou_li'))).toBe('oc_li');
    });

    describe('idempotency', () => {
      const request = (key: string, recordId: number, { inTransaction }: { inTransaction: InTransaction } = stores) =>
        inTransaction(async (tx) => {
          const store = new IdempotencyStore(tx);
          const known = await store.take(key, 'hash', NOW);
          if (!known) await store.settle(key, recordId);
          return known;
        });

      test('the first request makes the record, and all others get it, even at the same moment', async () => {
        const other = dialect === 'mysql' ? await stores.another() : stores;
        const answers = await Promise.all(
          [stores, other, stores, other].map((caller, i) => request('key', i + 1, caller)),
        );
        const first = answers.indexOf(null);
        expect(answers.filter((answer) => answer === null)).toHaveLength(1);
        for (const answer of answers.filter((one) => one !== null)) {
          expect(answer).toMatchObject({ requestHash: 'hash', recordId: first + 1, createdAt: NOW });
        }
        expect(await request('KEY', 9)).toBeNull();
      });

      test('a failed request leaves no trace: its key is free', async () => {
        const failing = stores.inTransaction(async (tx) => {
          await new IdempotencyStore(tx).take('failed', 'hash', NOW);
          throw new Error('invalid');
        });
        await expect(failing).rejects.toThrow('invalid');
        expect(await request('failed', 3)).toBeNull();
      });
    });

    test('a mutex lets in one transaction at a time, across processes', async () => {
      const other = dialect === 'mysql' ? await stores.another() : stores;
      const steps: string[] = [];
      const turn = (name: string, { inTransaction }: { inTransaction: InTransaction }) =>
        inTransaction(async (tx) => {
          await holdMutex(tx, 'intake:ou_rep', NOW);
          steps.push(`${name} in`);
          await tx.query('SELECT 1');
          await tx.query('SELECT 1');
          steps.push(`${name} out`);
        });
      await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name, i) => turn(name, i % 2 ? other : stores)));
      expect(steps).toHaveLength(12);
      for (let i = 0; i < steps.length; i += 2) expect(steps[i + 1]).toBe(steps[i]?.replace('in', 'out'));
    });

    test('a timeline has one line per version, oldest first', async () => {
      const add = (version: number, what: string) =>
        stores.inTransaction((tx) =>
          new TimelineStore(tx).add('feedback', 1, version, {
            at: NOW,
            actorId: null,
            what,
            detail: { reason: '漏水\u0000' },
          }),
        );
      await add(2, 'claim');
      await add(1, 'submit');
      await expect(add(2, 'transfer')).rejects.toThrow();
      const lines = await stores.inTransaction((tx) => new TimelineStore(tx).of('feedback', 1));
      expect(lines.map(({ version, what, detail }) => [version, what, detail])).toEqual([
        [1, 'submit', { reason: '漏水\u0000' }],
        [2, 'claim', { reason: '漏水\u0000' }],
      ]);
    });
  },
);
