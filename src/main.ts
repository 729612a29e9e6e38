import './elements/homeward-app.ts';
