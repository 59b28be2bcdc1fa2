import type { Client } from '@larksuiteoapi/node-sdk';
import { AppError } from '../domain/errors';
import type { IncomingAttachment } from '../domain/messaging';
import { SECOND } from '../domain/time';
import { idInPath } from './id-in-path';
import { asObject, asText } from './loose-json';
import type { Api } from './platform-errors';
import { fileTypeOf, MAX_BYTES } from './upload-limits';

/** Transfers of attachments may take longer than other calls. */
const TRANSFER_TIMEOUT = 60 * SECOND;

type Call = <T>(api: Api, run: () => Promise<T>) => Promise<T>;

/** Downloads and uploads files of the platform. */
export class Transfers {
  constructor(
    private readonly client: Client,
    private readonly call: Call,
  ) {}

  /**
   * Downloads a person's attachment and uploads a copy that belongs to the bot; throws `feishu_too_large` if the file
   * is too large to upload.
   */
  async keep(messageId: string, attachment: IncomingAttachment): Promise<string> {
    const bytes = await this.download(messageId, attachment);
    if (bytes.length === 0) throw new AppError('feishu_content_refused', 'the attachment is empty');
    return this.upload(attachment.kind, attachment.name || 'file', bytes);
  }

  async upload(kind: IncomingAttachment['kind'], name: string, bytes: Buffer): Promise<string> {
    const isImage = kind === 'image';
    const data = isImage
      ? { image_type: 'message', image: bytes }
      : { file_type: fileTypeOf(name), file_name: name, file: bytes };
    const answer = await this.call(isImage ? 'image.upload' : 'file.upload', () =>
      this.client.request({
        method: 'POST',
        url: `/open-apis/im/v1/${isImage ? 'images' : 'files'}`,
        headers: { 'Content-Type': 'multipart/form-data' },
        timeout: TRANSFER_TIMEOUT,
        data,
      }),
    );
    const { image_key, file_key } = asObject(asObject(answer).data);
    const key = asText(isImage ? image_key : file_key);
    if (key === '') throw new AppError('feishu_unavailable', 'Feishu took an upload and named no key');
    return key;
  }

  /** Throws `feishu_too_large` if the file is larger than the bot could upload again. */
  async download(messageId: string, { kind, key }: IncomingAttachment): Promise<Buffer> {
    const message = idInPath(messageId, 'feishu_content_refused');
    const resource = idInPath(key, 'feishu_content_refused');
    const answer = await this.call('resource.get', () =>
      this.client.request({
        method: 'GET',
        url: `/open-apis/im/v1/messages/${message}/resources/${resource}`,
        params: { type: kind },
        responseType: 'arraybuffer',
        maxContentLength: MAX_BYTES[kind],
        timeout: TRANSFER_TIMEOUT,
      }),
    );
    return asObject(answer).data as Buffer;
  }
}
