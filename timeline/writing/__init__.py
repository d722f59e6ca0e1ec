"""Writers: each takes a chronicle and a language and gives pages or artifacts."""
