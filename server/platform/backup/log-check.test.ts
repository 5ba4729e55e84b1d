import { describe, expect, it } from 'vitest';
import { newestTimeline, reachOf } from './log-check.ts';
import { positionOf, readSegmentName, segmentAt, segmentBefore, segmentName } from './log-position.ts';
import type { Manifest } from './manifest.ts';
import { liesOn, pathOf } from './timeline-path.ts';
import type { KeptLogFile } from './wal-shipping.ts';

const segmentBytes = 16 * 1024 * 1024;
const kept = (...files: string[]): Map<string, KeptLogFile[]> => new Map(files.map((file, at) => [file, [{ object: file, file, finishedAt: `20261123T09000${at}000Z` }]]));
const manifest = { segmentBytes, timeline: 1, startLsn: '0/2000028', stopLsn: '0/2000130', startedAt: '2026-11-23T08:00:00.000Z' } as Manifest;

describe('Positions and files of the log, as PostgreSQL names them', () => {
  it('a position is in the segment whose file name PostgreSQL computes', () => {
    expect(segmentName(1, segmentAt('0/2000028', segmentBytes), segmentBytes)).toBe('000000010000000000000002');
    expect(segmentName(18, segmentAt('1A/FF000000', segmentBytes), segmentBytes)).toBe('000000120000001A000000FF');
    expect(readSegmentName('000000120000001A000000FF', segmentBytes)).toEqual({ timeline: 18, segment: 0x1a_ffn });
    expect(readSegmentName('00000002.history', segmentBytes)).toBeNull();
    expect(positionOf('1/0') - positionOf('0/FFFFFFFF')).toBe(1n);
  });

  it('the end of a segment still belongs to it', () => {
    expect([segmentAt('0/3000000', segmentBytes), segmentBefore('0/3000000', segmentBytes), segmentBefore('0/3000001', segmentBytes)]).toEqual([3n, 2n, 3n]);
  });
});

describe('How far the log of a backup reaches', () => {
  it('to the last file in an unbroken row', () => {
    const log = kept('000000010000000000000002', '000000010000000000000003');
    expect(reachOf(manifest, log)).toEqual({ lastFile: '000000010000000000000003', finishedAt: '2026-11-23T09:00:01.000Z', resumes: null });
  });

  it('a gap is named with where the log goes on', () => {
    const log = kept('000000010000000000000002', '000000010000000000000003', '000000010000000000000006', '000000010000000000000005');
    expect(reachOf(manifest, log)).toMatchObject({ lastFile: '000000010000000000000003', resumes: '000000010000000000000005' });
  });

  it('a missing first file is a gap before anything', () => {
    expect(reachOf(manifest, kept('000000010000000000000003'))).toMatchObject({ lastFile: '', resumes: '000000010000000000000003' });
  });

  it('over a timeline that was left in the middle of a segment, as PostgreSQL’s own recovery goes', () => {
    const path = pathOf(2, '1\t0/3800000\tbefore 2026-11-23 09:00:00+00\n');
    const log = kept('000000010000000000000002', '000000020000000000000003', '000000020000000000000004', '00000002.history');
    expect(newestTimeline(log)).toBe(2);
    expect(reachOf(manifest, log, path)).toMatchObject({ lastFile: '000000020000000000000004', resumes: null });
  });

  it('a backup of a branch that was left lies on no way; one before the branch does', () => {
    const path = pathOf(3, '1\t0/3800000\tx\n\n2\t0/5000000\ty\n');
    expect(path).toEqual([{ timeline: 1, untilLsn: '0/3800000' }, { timeline: 2, untilLsn: '0/5000000' }, { timeline: 3, untilLsn: null }]);
    expect([liesOn(path, 1, '0/3800000'), liesOn(path, 1, '0/3800001'), liesOn(path, 2, '0/4000000'), liesOn(path, 3, 'F/0'), liesOn(path, 4, '0/1')]).toEqual([true, false, true, true, false]);
  });
});
