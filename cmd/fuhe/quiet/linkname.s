// Functions without a body are taken only where there is an assembly file.
