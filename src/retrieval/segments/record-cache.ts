/** Payloads read lately, least lately used out first. Records never change under their name, so none is ever stale. */
import type { Bytes } from './byte-writer.ts';

export class RecordCache {
  private readonly payloads = new Map<string, Bytes>();
  private readonly mostBytes: number;
  private bytes = 0;

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes;
  }

  get(name: string): Bytes | null {
    const payload = this.payloads.get(name);
    if (payload === undefined) return null;
    this.payloads.delete(name);
    this.payloads.set(name, payload);
    return payload;
  }

  set(name: string, payload: Bytes): void {
    if (payload.length > this.mostBytes / 2 || this.payloads.has(name)) return;
    this.payloads.set(name, payload);
    this.bytes += payload.length;
    for (const [oldest, { length }] of this.payloads) {
      if (this.bytes <= this.mostBytes) return;
      this.payloads.delete(oldest);
      this.bytes -= length;
    }
  }

  clear(): void {
    this.payloads.clear();
    this.bytes = 0;
  }
}
