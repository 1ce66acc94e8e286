"""What the program keeps: evidence (WARC segments and their index) and history's file."""
