"""Files of a record are written: put in form, begun, compared, amended; what is not meant stays byte for byte."""
