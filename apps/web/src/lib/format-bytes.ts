import { language } from '#config/language.ts';

const units = ['KiB', 'MiB', 'GiB', 'TiB'] as const;
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const bytesFormat = new Intl.NumberFormat(language, { style: 'unit', unit: 'byte', unitDisplay: 'long' });

/** Formats a size in the binary units that quotas are set in: "1.2 MiB". */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return bytesFormat.format(bytes);
  // 1,023.95 KiB and more would round to 1,024 KiB; 1 MiB reads better.
  const steps = Math.floor(Math.log2(bytes / (1 - 0.05 / 1024)) / 10);
  const exponent = Math.min(steps, units.length);
  return `${number.format(bytes / 1024 ** exponent)}\u00A0${units[exponent - 1]}`;
};
