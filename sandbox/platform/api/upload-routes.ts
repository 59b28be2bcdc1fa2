import type { Store } from '../store';
import type { Routes } from './api-routes';
import type { Form } from './multipart';
import { badParameter, PlatformFault } from './platform-fault';

const IMAGE_BYTES = 10 * 1024 * 1024;
const FILE_BYTES = 30 * 1024 * 1024;
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']);

/** `/im/v1/images` and `/im/v1/files`. The app can send its own uploads by key, but no uploads of people. */
export function uploadRoutes(store: Store): Routes {
  const ownKey = (key: string | undefined) => {
    const file = store.files.get(key ?? '');
    if (!file) throw new PlatformFault(234011, 'The file is not found');
    if (file.owner !== 'app') throw new PlatformFault(234008, 'The app is not the resource owner');
    return { file };
  };
  return {
    'POST /im/v1/images': ({ form }) => {
      const bytes = part(form, 'image');
      if (textOf(form, 'image_type') !== 'message') throw badUpload('image_type');
      if (bytes.length > IMAGE_BYTES) throw tooLarge();
      const contentType = imageType(bytes);
      if (!contentType) throw new PlatformFault(234011, "Can't recognize the image format");
      const { key } = store.addFile({ kind: 'image', owner: 'app', name: 'image', contentType, bytes });
      return { data: { image_key: key } };
    },
    'POST /im/v1/files': ({ form }) => {
      const bytes = part(form, 'file');
      const name = textOf(form, 'file_name');
      if (!FILE_TYPES.has(textOf(form, 'file_type'))) throw badUpload('file_type');
      if (!name) throw badUpload('file_name');
      if (bytes.length > FILE_BYTES) throw tooLarge();
      const contentType = 'application/octet-stream';
      const { key } = store.addFile({ kind: 'file', owner: 'app', name, contentType, bytes });
      return { data: { file_key: key } };
    },
    'GET /im/v1/images/:key': ({ params }) => ownKey(params.key),
    'GET /im/v1/files/:key': ({ params }) => ownKey(params.key),
  };
}

function part(form: Form | null, name: string): Buffer {
  const bytes = form?.get(name);
  if (!bytes) throw badParameter(`${name} is missing`);
  if (bytes.length === 0) throw new PlatformFault(234010, "File's size can't be 0");
  return bytes;
}

const textOf = (form: Form | null, name: string) => form?.get(name)?.toString() ?? '';
const badUpload = (what: string) => new PlatformFault(234001, `Invalid request param: ${what}`);
const tooLarge = () => new PlatformFault(234006, 'The file size exceed the max value');

const SIGNATURES: [string, string][] = [
  ['89504e47', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['47494638', 'image/gif'],
  ['424d', 'image/bmp'],
  ['52494646', 'image/webp'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['00000100', 'image/x-icon'],
];

function imageType(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 4).toString('hex');
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}
