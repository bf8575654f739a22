import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { PasswordStrength } from './estimate-strength.ts';

const hints: Record<PasswordStrength, string> = {
  common: 'One of the most used passwords: attackers try it first.',
  weak: 'Easy to guess. Make it longer, or let your browser suggest one.',
  fair: 'Good. A few more characters make it strong.',
  strong: 'Strong.',
};

/** Says how easily a password is guessed. Only a hint: without the word list, which is loaded when needed, it is absent. */
export const PasswordStrengthHint = ({ password, email }: { password: string; email: string }) => {
  const typed = useDeferredValue(password);
  const { data: estimator } = useQuery({
    queryKey: ['password-strength'],
    queryFn: () => import('./estimate-strength.ts'),
    enabled: typed !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const strength = typed === '' ? undefined : estimator?.estimateStrength(typed, email);
  return (
    <p className={`password-strength password-strength--${strength ?? 'none'}`} role="status">
      {strength && hints[strength]}
    </p>
  );
};
