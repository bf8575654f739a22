import { productName } from '@share-my-files/contract';
import './brand.css';
import logo from './logo.svg';

export const Brand = () => (
  <span className="brand">
    <img className="brand__mark" src={logo} alt="" />
    {productName}
  </span>
);
