import { configure, parse, util } from 'protobufjs';

// Frames use plain numbers. The Feishu SDK removes Long from protobufjs if it runs in the same process; removing Long
// here makes the load order irrelevant.
util.Long = undefined as never;
configure();

// The frame of the long connection (proto2, package pbbp2).
const { root } = parse(`
  syntax = "proto2";
  package pbbp2;
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint64 SeqID = 1;
    required uint64 LogID = 2;
    required int32 service = 3;
    required int32 method = 4;
    repeated Header headers = 5;
    optional string payloadEncoding = 6;
    optional string payloadType = 7;
    optional bytes payload = 8;
    optional string LogIDNew = 9;
  }
`);
const frameType = root.lookupType('pbbp2.Frame');

/** `method` of ping and pong frames. */
export const CONTROL = 0;
/** `method` of frames with an event, a callback or an acknowledgement. */
export const DATA = 1;

/** One frame of the long connection. */
export interface Frame {
  SeqID: number;
  LogID: number;
  service: number;
  method: number;
  headers: { key: string; value: string }[];
  payload?: Uint8Array;
}

export function encodeFrame(frame: Frame): Uint8Array {
  return frameType.encode(frameType.create(frame)).finish();
}

/** Throws if the bytes are no frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  return frameType.decode(bytes) as unknown as Frame;
}

/** The value of a frame's header; undefined if absent. */
export function headerOf(frame: Frame, key: string): string | undefined {
  return frame.headers.find((header) => header.key === key)?.value;
}
