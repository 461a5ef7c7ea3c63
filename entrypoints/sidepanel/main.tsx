document.title = 'Counterpoint';
