"""Raw files → the words of an article, one module for each form.

``formats`` tells what a file is, by its bytes first and its name last. Plain text and rows are read here (``rows``);
PDF, DOCX, HTML and Markdown only in a bounded process (``bounded`` starts ``child``, which alone calls ``pdf``,
``word``, ``pages`` and ``markdown``), so that whatever such a file does to its reader ends there.
"""
