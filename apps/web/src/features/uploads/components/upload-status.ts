import { language } from '#config/language.ts';
import { formatBytes } from '#lib/format-bytes.ts';
import { bytesPerSecond, secondsLeft } from '../queue/transfer-rate.ts';
import type { UploadEntry } from '../queue/upload-state.ts';

const formatUnit = (value: number, unit: 'second' | 'minute' | 'hour'): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);

/** Formats an estimate: "45 sec", "3 min", "2 hr". */
const formatDuration = (seconds: number): string => {
  if (seconds < 60) return formatUnit(seconds, 'second');
  if (seconds < 3600) return formatUnit(Math.ceil(seconds / 60), 'minute');
  return formatUnit(Math.ceil(seconds / 3600), 'hour');
};

const describeTransfer = ({ samples, sentBytes, sizeBytes }: UploadEntry): string => {
  const sent = `${formatBytes(sentBytes)} of ${formatBytes(sizeBytes)}`;
  const speed = bytesPerSecond(samples);
  const left = secondsLeft(samples, sizeBytes);
  if (speed === null || left === null) return sent;
  return `${sent} · ${formatBytes(Math.round(speed))}/s · ${formatDuration(left)} left`;
};

/** Describes the progress of an upload. */
export const describeUpload = (entry: UploadEntry, isOnline: boolean): string => {
  switch (entry.phase) {
    case 'waiting':
      return isOnline ? 'Waiting' : 'Waiting for a connection';
    case 'uploading':
      return isOnline ? describeTransfer(entry) : 'Waiting for a connection';
    case 'finishing':
      return 'Finishing';
    case 'done':
      return 'Done';
    case 'cancelled':
      return 'Cancelled';
    default:
      return entry.problem ?? 'The upload was interrupted.';
  }
};
