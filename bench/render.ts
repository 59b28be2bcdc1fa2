import { renderWall } from '../cards/feedback/wall-card';
import { context, filledWith, orgNamed } from '../test/cards/samples';
import { type Measurement, medianMs } from './measure';

const WORDS = '刚装的空调漏水，地板都泡了，请尽快派人维修。'.repeat(40);

/** Drawing the longest department card, with every text filled in, compared with turning it into JSON. */
export async function measureRendering(): Promise<Measurement> {
  const record = filledWith(WORDS, 'handling');
  const ctx = context('zh-CN', orgNamed('售后服务部'));
  const draw = () => renderWall(record, 'department:after_sales', ctx, { retired: false });
  const card = draw();
  const value = await medianMs(200, draw);
  const limit = await medianMs(200, () => JSON.stringify(card));
  const kilobytes = Math.round(Buffer.byteLength(JSON.stringify(card)) / 1024);
  return {
    what: `drawing the longest department card (${kilobytes} KB)`,
    database: '–',
    unit: 'ms',
    value,
    limit,
    limitIs: 'JSON.stringify of that card',
  };
}
