import type { ReactNode } from 'react';
import './auth-form.css';

type AuthFormHeaderProps = { title: string; children: ReactNode };

export const AuthFormHeader = ({ title, children }: AuthFormHeaderProps) => (
  <header className="auth-form__header">
    <h1 className="auth-form__title">{title}</h1>
    <p className="auth-form__text">{children}</p>
  </header>
);
