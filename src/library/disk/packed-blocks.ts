/** Blocks of an archive as one run of bytes, for a section of a pack, and read of it one by one. */
import {
  type OpenRecords,
  type PackedRecord,
  packDirectory,
} from '../../retrieval/segments/packed-records.ts';
import { fail, succeed } from '../../text/result.ts';
import { piecesOf, type Spool } from '../spool.ts';
import type { Block } from './archive-blocks.ts';
import { type BlockKey, type BlockStore, PARTS, sealBlock } from './block-store.ts';
import type { Bytes } from './columns.ts';

const keyOf = ({ part, place }: BlockKey) => [0, PARTS.indexOf(part), place] as const;

/** Put aside until all are there. */
export class PackedBlocks {
  private readonly spool: Spool;
  private readonly listed: PackedRecord[] = [];

  constructor(spool: Spool) {
    this.spool = spool;
  }

  add([key, payload]: Block): void {
    this.put(key, sealBlock(key, payload));
  }

  private put(key: BlockKey, block: Bytes): void {
    this.spool.append(block);
    this.listed.push({ key: keyOf(key), bytes: block.length });
  }

  /** To whoever writes blocks to a store; it is not read. */
  get store(): BlockStore {
    return {
      read: async (keys) => succeed(keys.map(() => null)),
      write: async (blocks) => {
        for (const [key, bytes] of blocks) this.put(key, bytes);
        return succeed(null);
      },
      close: () => {},
    };
  }

  /** `notes`: what is read with the directory. */
  *bytes(notes: Bytes): Generator<Bytes> {
    yield packDirectory(this.listed, notes);
    yield* piecesOf(this.spool);
  }
}

/** A store that is only read; `close` closes nothing. */
export function blocksIn(records: OpenRecords): BlockStore {
  return {
    read: async (keys) => succeed(await Promise.all(keys.map((key) => records.read(keyOf(key))))),
    write: async () => fail('failed', 'A pack is not written to.'),
    close: () => {},
  };
}
