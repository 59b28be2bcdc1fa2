import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { galleryCards } from '../../cards/gallery/gallery';
import { startSandbox } from '../../sandbox/server';

/** Starts the sandbox's page with a bot that answers only for its gallery. */
export async function startWall(): Promise<{ url: string; stop: () => Promise<void> }> {
  const bot = createServer((request, response) => {
    const locale = request.url?.includes('en-US') ? 'en-US' : 'zh-CN';
    const isGallery = request.url?.startsWith('/sandbox/cards');
    response.writeHead(isGallery ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isGallery ? JSON.stringify({ cards: galleryCards(locale) }) : '{}');
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const { port } = bot.address() as AddressInfo;
  const sandbox = await startSandbox({
    appId: 'cli_00000000000000c1',
    appSecret: 'secret',
    botUrl: `http://127.0.0.1:${port}`,
    transport: 'websocket',
    pageFolder: process.env.TEST_PAGE as string,
  });
  return {
    url: sandbox.url,
    stop: async () => {
      await sandbox.stop();
      await new Promise((resolve) => bot.close(resolve));
    },
  };
}
