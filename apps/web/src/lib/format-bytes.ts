import { language } from '#config/language.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Formats a size in decimal units, as disks and mobile plans are sold: "1.2 MB". */
export const formatBytes = (bytes: number): string => {
  // 999,950 bytes and more would round to 1,000 kB; 1 MB reads better.
  const steps = Math.floor(Math.log10(Math.max(bytes, 1) * 1.00005) / 3);
  const exponent = Math.min(steps, units.length - 1);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[exponent] ?? 'byte',
    unitDisplay: exponent === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** exponent);
};
