# Builds the portable folder for Windows and a ZIP of it. Not yet run: written beside the Linux build, which is.
# In PowerShell, in the checkout, with Python 3.12 or 3.13 (64 bit) installed: .\packaging\windows\build.ps1
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked {
    & $args[0] $args[1..($args.Length - 1)]
    if ($LASTEXITCODE -ne 0) { throw "$($args -join ' ') ended with $LASTEXITCODE" }
}

Invoke-Checked py -3 -m venv .venv
$python = ".venv\Scripts\python.exe"
Invoke-Checked $python -m pip install --quiet --require-hashes --requirement requirements\dev.txt
Invoke-Checked $python packaging\build.py
Invoke-Checked $python packaging\smoke_test.py

$version = & $python -c "import desktop_app; print(desktop_app.__version__)"
$zip = "dist\peer-ready-$version-windows.zip"
Compress-Archive -Force -Path dist\peer-ready -DestinationPath $zip
Get-FileHash -Algorithm SHA256 $zip | Format-List Path, Hash
