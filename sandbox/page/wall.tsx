import { render } from 'preact';
import { Wall } from './wall/wall';

const root = document.getElementById('wall');
if (root) render(<Wall />, root);
