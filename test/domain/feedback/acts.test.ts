import { describe, expect, test } from '@jest/globals';
import { wishOf } from '../../../src/domain/feedback/acts';
import { completed } from '../../../src/domain/feedback/completed';
import { feedback } from './fixtures';

describe('what a tap asks for', () => {
  test.each<[type: string, values: Record<string, string>, wants: string]>([
    ['claim', {}, 'command claim'],
    ['ask', { act: 'transfer' }, 'form transfer'],
    ['ask', { act: 'info' }, 'form info'],
    ['ask', { act: 'urge' }, 'command urge'],
    ['ask', { act: 'show' }, 'command show'],
    ['ask', { act: 'route_quality' }, 'command route'],
    ['ask', {}, 'command '],
    ['edit', {}, 'form edit'],
    ['provide_none', { info: '客户也不清楚' }, 'command provide_info'],
    ['close', { satisfaction: 'satisfied' }, 'command close'],
    ['close', { satisfaction: 'unsatisfied' }, 'form close_unsatisfied'],
    ['close', { satisfaction: 'unsatisfied', sure: 'yes' }, 'command close'],
    ['close_neutral', {}, 'command close'],
    ['close_unsatisfied', {}, 'form close_unsatisfied'],
    ['list', {}, 'command list'],
  ])('%s with %j: %s', (type, values, wants) => {
    const wish = wishOf(type, values, values);
    expect(`${wish.wants} ${wish.wants === 'form' ? wish.act : wish.type}`).toBe(wants);
  });

  test('a satisfaction that was chosen in a form closes at once, as on cards of the former shape', () => {
    const form = { told_customer: '已更换', satisfaction: 'unsatisfied' };
    expect(wishOf('close', form, {})).toEqual({ wants: 'command', type: 'close', fields: form });
  });

  test('the name of the button counts where only that comes back', () => {
    const wish = wishOf('close_satisfied', { told_customer: '已更换' }, {});
    expect(wish).toMatchObject({ fields: { satisfaction: 'satisfied', told_customer: '已更换' } });
  });
});

describe('what a tap leaves open', () => {
  const draft = feedback('draft', { customer: '海风公司', contact: '138', department: 'quality', priority: 'high' });

  test('is as the record has it', () => {
    expect(completed('submit', { note: '老客户' }, draft)).toMatchObject({
      customer: '海风公司',
      contact: '138',
      department: 'quality',
      priority: 'high',
      note: '老客户',
    });
    expect(completed('submit', {}, { ...draft, department: null }).department).toBe('unsure');
    expect(completed('instruct', { instruction: '快' }, draft)).toEqual({ department: 'quality', instruction: '快' });
  });

  test('was emptied in a form that shows all fields', () => {
    expect(completed('submit', { customer: '海风公司', whole: 'yes' }, draft)).not.toHaveProperty('contact');
  });

  test('of a closing is the answer without what is internal; what the customer said may be called a reason', () => {
    const answered = feedback('answered', { answer: '已更换。内部：供应商负责' });
    expect(completed('close', { satisfaction: 'neutral' }, answered).told_customer).toBe('已更换');
    expect(completed('close', { reason: '太慢了' }, answered).customer_words).toBe('太慢了');
  });

  test('of any other command stays open', () => {
    expect(completed('transfer', { reason: '不归我们管' }, draft)).toEqual({ reason: '不归我们管' });
  });
});
